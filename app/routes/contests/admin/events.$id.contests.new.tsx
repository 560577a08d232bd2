import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContestForm as Schema } from "#app/modules/contests/forms.ts";
import { createContest } from "#app/modules/contests/keep-contest.server.ts";
import { contestTemplates, draftOf } from "#app/modules/contests/templates.ts";
import { typeContest } from "#app/modules/contests/type-contest.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ContestForm } from "../parts/contest-form.tsx";
import { requireContestEvent } from "../parts/contest-request.server.ts";

/** Whoever keeps contests: a new one, filled in as the club has held such ones. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "contests.keep");
  const [event, { time }] = await Promise.all([requireContestEvent(params), eventHow()]);
  const template = noticeIn(request, contestTemplates, "like") ?? "drawing";
  return {
    event: { id: event.id, brackets: event.brackets },
    typed: typeContest(draftOf(template, event.brackets), time),
    requestKey: randomUUID(),
    title: t("contestKeeping.new"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Begins a contest, which nobody else sees before it is opened. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.keep");
  const [event, { time }] = await Promise.all([requireContestEvent(params), eventHow()]);
  const form = parseForm(await readFormFields(request), Schema(time));
  if (form.status !== "success") return data(form.reply(), 400);
  const { draft, requestKey } = form.value;
  const kept = await createContest(
    { eventId: event.id, draft, requestKey },
    actorOf(staff, context),
  );
  if (!kept.ok) throw new Response(null, { status: 404 });
  return redirect(`/admin/events/${event.id}/contests/${kept.contestId}?done=saved`);
}

export default function NewContest() {
  const t = useT();
  const { event, typed, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={`/admin/events/${event.id}/contests`}>{t("contestKeeping.title")}</BackLink>
      <PageHeader title={t("contestKeeping.new")} lead={t("contestKeeping.new.lead")} />
      <ContestForm
        requestKey={requestKey}
        revision={1}
        typed={typed}
        brackets={event.brackets}
        reply={reply}
      />
    </>
  );
}
