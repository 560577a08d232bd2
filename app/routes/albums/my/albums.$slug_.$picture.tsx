import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { loadPicture } from "#app/modules/albums/load-picture.server.ts";
import { objectToPicture } from "#app/modules/albums/object-to-picture.server.ts";
import { PictureForm } from "#app/modules/albums/view-forms.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { albumPartIn } from "../parts/album-part.server.ts";
import { PicturePage } from "../parts/picture-page.tsx";

/** Members whose party came: a picture of the event's album. `?ours=1` among those with them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const slug = params.slug ?? "";
  const { onlyOurs } = albumPartIn(request);
  const id = rowIdIn(params.picture);
  const picture = await loadPicture(db(), id, { slug }, { memberId: member.id }, onlyOurs);
  if (!picture) throw new Response(null, { status: 404 });
  const done = noticeIn(request, ["not-us"]);
  const title = t("albums.picture.alt", { place: picture.place });
  return { picture, slug, onlyOurs, done, title };
}

/** Members whose party came: say that they want it hidden, or that it is not them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const slug = params.slug ?? "";
  const pictureId = rowIdIn(params.picture);
  const form = parseForm(await readFormFields(request), PictureForm);
  if (form.status !== "success") return data(null, 400);
  const kind = form.value.intent;
  const answer = await objectToPicture({ slug, pictureId, memberId: member.id, kind });
  if (answer.ok) {
    return redirect(
      kind === "hide"
        ? `/my/albums/${slug}?done=hidden`
        : `/my/albums/${slug}/${pictureId}?done=not-us`,
    );
  }
  if (answer.refusal === "no-picture") throw new Response(null, { status: 404 });
  return data({ refusal: answer.refusal }, answer.refusal === "too-many" ? 429 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Picture() {
  const t = useT();
  const { picture, slug, onlyOurs, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = `/my/albums/${slug}`;
  return (
    <PicturePage
      picture={picture}
      title={t("albums.picture.album")}
      base={base}
      onlyOurs={onlyOurs}
    >
      <div className="my-4 grid max-w-prose gap-3 empty:hidden">
        {refused && <Notice tone="refusal">{t(`albums.not.${refused.refusal}`)}</Notice>}
        {!refused && (done || picture.isDoubted) && (
          <Notice tone="ok">{t("albums.picture.doubted")}</Notice>
        )}
      </div>
      <Disclosure summary={t("albums.picture.wrong")}>
        <p>{t("albums.picture.hide.what")}</p>
        <Form method="post" className="mt-3 flex flex-wrap gap-3">
          <Button look="danger" name="intent" value="hide">
            {t("albums.picture.hide")}
          </Button>
          {picture.isOurs && !picture.isDoubted && (
            <Button look="quiet" name="intent" value="not-us">
              {t("albums.picture.notUs")}
            </Button>
          )}
        </Form>
        <p className="mt-3 text-ink-soft">{t("albums.honest")}</p>
      </Disclosure>
    </PicturePage>
  );
}
