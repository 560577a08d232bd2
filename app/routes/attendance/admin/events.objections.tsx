import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerObjection } from "#app/modules/attendance/answer-objection.server.ts";
import { ObjectionAnswerForm } from "#app/modules/attendance/forms.ts";
import { loadObjections } from "#app/modules/attendance/load-objections.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Objection } from "../parts/objection.tsx";

/** Whoever keeps events: what members say against a delay of their early access. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.keep");
  const objections = await loadObjections(db());
  const done = noticeIn(request, ["answered"]) !== null;
  return { objections, done, title: t("attendance.objections.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Whoever keeps events: answers one, and its member is told. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const form = parseForm(await readFormFields(request), ObjectionAnswerForm);
  if (form.status !== "success") return data({ form: form.reply(), late: false }, 400);
  const { delay: delayId, answer, note } = form.value;
  const answered = await answerObjection({ delayId, answer, note }, actorOf(staff, context));
  if (!answered) return data({ form: form.reply(), late: true }, 409);
  return redirect("/admin/events/objections?done=answered");
}

export default function Objections() {
  const t = useT();
  const { objections, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      <PageHeader title={t("attendance.objections.title")} lead={t("attendance.objections.lead")} />
      {done && !answer && <Notice tone="ok">{t("attendance.objections.answered")}</Notice>}
      {answer?.late && <Notice tone="refusal">{t("attendance.objections.late")}</Notice>}
      {objections.length === 0 && (
        <EmptyState drawing={<RoadAheadDrawing />}>{t("attendance.objections.none")}</EmptyState>
      )}
      {objections.map((objection) => (
        <Objection
          key={objection.id}
          objection={objection}
          reply={
            answer?.form.initialValue?.delay === String(objection.id) ? answer.form : undefined
          }
        />
      ))}
    </>
  );
}
