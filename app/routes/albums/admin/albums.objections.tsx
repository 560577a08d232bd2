import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  loadOpenObjections,
  type OpenObjection,
} from "#app/modules/albums/load-objections.server.ts";
import { decideObjection } from "#app/modules/albums/object-to-picture.server.ts";
import { ObjectionForm } from "#app/modules/albums/view-forms.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Whoever keeps albums: what families said of pictures, the oldest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "albums.keep");
  const open = await loadOpenObjections(db());
  return { open, done: noticeIn(request, ["decided"]), title: t("objections.title") };
}

/** Whoever keeps albums: a picture stays hidden or is shown again, a tag goes or stays. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  const form = parseForm(await readFormFields(request), ObjectionForm);
  if (form.status !== "success") return data(null, 400);
  const { objection: objectionId, answer } = form.value;
  const decided = await decideObjection({ objectionId, answer }, actorOf(staff, context));
  if (!decided) return data({ refusal: "decided" as const }, 409);
  return redirect("/admin/albums/objections?done=decided");
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Objections() {
  const t = useT();
  const { open, done, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={title} lead={t("objections.lead")} />
      {refused && <Notice tone="refusal">{t("objections.not")}</Notice>}
      {done && !refused && <Notice tone="ok">{t("objections.done")}</Notice>}
      {open.length === 0 && <p className="text-ink-soft">{t("objections.none")}</p>}
      <ul className="mt-4 border-t border-rule empty:hidden">
        {open.map((objection) => (
          <Objection key={objection.id} objection={objection} />
        ))}
      </ul>
    </>
  );
}

function Objection({ objection }: { objection: OpenObjection }) {
  const t = useT();
  const figures = useFigures();
  const { id, kind, member, event, picture, tagged, createdAt } = objection;
  const isHidden = kind === "hide";
  return (
    <li className="flex flex-wrap gap-4 border-b border-rule py-4">
      <img
        src={`/admin/albums/objections/${id}/picture`}
        alt=""
        width={picture.width}
        height={picture.height}
        loading="lazy"
        className="h-40 w-auto max-w-full flex-none bg-well"
      />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{t(isHidden ? "objections.hide" : "objections.not-us")}</p>
        <p>
          {member && <Link to={`/admin/members/${member.number}`}>{member.name}</Link>}{" "}
          <span className="text-ink-soft">{figures.moment(createdAt)}</span>
        </p>
        <p className="text-ink-soft">
          <Link to={`/admin/events/${event.id}`}>{inLanguage(t.locale, event.title)}</Link>
        </p>
        {tagged.length > 0 && (
          <p>
            {t("objections.tagged", {
              names: tagged.map(({ name }) => name).join(t("parties.comma")),
            })}
          </p>
        )}
        <Form method="post" className="mt-3 flex flex-wrap gap-3">
          <input type="hidden" name="objection" value={id} />
          <Button look="quiet" name="answer" value="granted">
            {t(isHidden ? "objections.keepHidden" : "objections.untag")}
          </Button>
          <Button look="quiet" name="answer" value="declined">
            {t(isHidden ? "objections.showAgain" : "objections.keepTag")}
          </Button>
        </Form>
      </div>
    </li>
  );
}
