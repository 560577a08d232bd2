import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  endAlbumLink,
  loadAlbumLinks,
  shareAlbum,
} from "#app/modules/albums/album-links.server.ts";
import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { loadOwnObjections } from "#app/modules/albums/load-own-albums.server.ts";
import { AlbumForm } from "#app/modules/albums/view-forms.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { albumPartIn } from "../parts/album-part.server.ts";
import { AlbumPictures } from "../parts/album-pictures.tsx";
import { OwnObjections } from "../parts/own-objections.tsx";
import { ShareAlbum } from "../parts/share-album.tsx";
import { TakeHome } from "../parts/take-home.tsx";

/** Members whose party came: the event's album. `?ours=1` those with them, `?from=` a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const part = albumPartIn(request);
  const album = await loadAlbum(db(), { slug: params.slug ?? "" }, { memberId: member.id }, part);
  if (!album) throw new Response(null, { status: 404 });
  const [links, said] = await Promise.all([
    loadAlbumLinks(db(), album.id, member.person.id),
    loadOwnObjections(db(), album.id, member.id),
  ]);
  const done = noticeIn(request, ["ended", "hidden"]);
  return { album, part, links, said, done, title: inLanguage(locale, album.title) };
}

/** Members whose party came: make an address that they can share, or end one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const who = { memberId: member.id, personId: member.person.id };
  const slug = params.slug ?? "";
  const form = parseForm(await readFormFields(request), AlbumForm);
  if (form.status !== "success") return data(null, 400);
  if (form.value.intent === "end") {
    if (!(await endAlbumLink(form.value.link, who))) throw new Response(null, { status: 404 });
    return redirect(`/my/albums/${slug}?done=ended`);
  }
  const made = await shareAlbum({ slug, onlyOwn: form.value.what === "ours" }, who);
  if (made.ok) {
    return data({ address: `${appOrigin()}/albums/${made.token}`, refused: null });
  }
  if (made.refusal === "no-album") throw new Response(null, { status: 404 });
  return data({ address: null, refused: made.refusal }, 429);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Album() {
  const t = useT();
  const figures = useFigures();
  const { album, part, links, said, done, title } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const base = `/my/albums/${album.slug}`;
  const facts = [figures.day(album.startsAt), t("albums.count", { pictures: album.pictures })];
  return (
    <>
      <BackLink to="/my/albums">{t("albums.title")}</BackLink>
      <PageHeader title={title} lead={facts.join(" · ")} />
      {done && !made && (
        <div className="mb-4">
          <Notice tone="ok">{t(`albums.done.${done}`)}</Notice>
        </div>
      )}
      <div className="mb-5">
        <TakeHome album={album} base={base} />
        <ShareAlbum links={links} ours={album.ours} made={made ?? null} />
        <OwnObjections said={said} />
      </div>
      {album.ours > 0 && (
        <FilterChips
          label={t("albums.filter")}
          choices={[
            { to: base, label: t("albums.all"), current: !part.onlyOurs },
            {
              to: `${base}?ours=1`,
              label: t("albums.ours", { ours: album.ours }),
              current: part.onlyOurs,
            },
          ]}
        />
      )}
      <AlbumPictures
        album={album}
        base={base}
        onlyOurs={part.onlyOurs}
        isFirst={part.from === null}
      />
    </>
  );
}
