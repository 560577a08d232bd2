import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctName } from "#app/modules/certificates/correct-name.server.ts";
import { CertificateActForm } from "#app/modules/certificates/forms.ts";
import { issueCertificates } from "#app/modules/certificates/issue-certificates.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { GatheringDrawing } from "#app/ui/drawings/events/gathering.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { IssueForm } from "../parts/issue-form.tsx";
import { KeptCertificates } from "../parts/kept-certificates.tsx";
import { loadKeptPage } from "../parts/kept-page.server.ts";
import { PrintAll } from "../parts/print-all.tsx";
import { Unsettable } from "../parts/unsettable.tsx";

const DONE = ["issued", "corrected"] as const;

/** Whoever keeps certificates: those of an event. `?find=` part of a name; `?before=` goes on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "certificates.keep");
  const page = await loadKeptPage(rowIdIn(params.id), request, { t, locale });
  return {
    ...page,
    done: noticeIn(request, DONE),
    title: `${t("certificateKeeping.title")} · ${inLanguage(locale, page.event)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Issues what is due (`issue`), or one of them anew with a corrected name (`correct`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "certificates.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), CertificateActForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const actor = actorOf(staff, context);
  const page = `/admin/events/${eventId}/certificates`;
  const act = form.value;
  const answer =
    act.intent === "issue"
      ? await issueCertificates(eventId, actor)
      : await correctName({ eventId, code: act.code, name: act.name }, actor);
  if (answer.ok) return redirect(`${page}?done=${act.intent === "issue" ? "issued" : "corrected"}`);
  if (answer.refusal === "no-event" || answer.refusal === "no-such-certificate") {
    throw new Response(null, { status: 404 });
  }
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export default function EventCertificates() {
  const { t, locale } = useWords();
  const { id, event, due, unsettable, sheets, list, find, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isEmpty = due.make + due.replace + due.withdraw + due.same === 0;
  return (
    <>
      <BackLink to={`/admin/events/${id}`}>{inLanguage(locale, event)}</BackLink>
      <EventPlaces eventId={id} />
      <PageHeader title={t("certificateKeeping.title")} lead={t("certificateKeeping.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`certificateKeeping.done.${done}`)}</Notice>}
        {answer?.refused && (
          <Notice tone="refusal">{t(`certificateKeeping.refused.${answer.refused}`)}</Notice>
        )}
      </div>
      {isEmpty && list.certificates.length === 0 && find === "" ? (
        <EmptyState drawing={<GatheringDrawing />}>{t("certificateKeeping.none")}</EmptyState>
      ) : (
        <>
          <IssueForm due={due} />
          {sheets > 0 && <PrintAll eventId={id} sheets={sheets} />}
          {unsettable.length > 0 && <Unsettable eventId={id} found={unsettable} />}
          <KeptCertificates eventId={id} list={list} find={find} reply={answer?.form} />
        </>
      )}
    </>
  );
}
