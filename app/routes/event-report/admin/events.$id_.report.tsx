import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { costForm } from "#app/modules/event-report/forms.ts";
import { keepCost } from "#app/modules/event-report/keep-cost.server.ts";
import { beforeWords, writtenNote } from "#app/modules/event-report/write-report.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { CostEditor } from "../parts/cost-editor.tsx";
import { Headlines, ReportSection, Winners } from "../parts/report-figures.tsx";
import { reportIn } from "../parts/report-request.server.ts";

/** Whoever reads reports of events: what came of one, and what it cost. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.report");
  const report = await reportIn(params.id, new Date());
  return {
    report,
    requestKey: crypto.randomUUID(),
    done: noticeIn(request, ["saved"]) !== null,
    title: `${t("eventReport.title")} · ${inLanguage(locale, report.event.title)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Notes a cost (`add`), changes one (`change`) or takes it back (`take-back`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.report");
  const eventId = rowIdIn(params.id);
  const { currency } = await loadClub();
  const form = parseForm(await readFormFields(request), costForm(currency));
  if (form.status !== "success") return data({ form: form.reply(), changed: false }, 400);
  const answer = await keepCost(eventId, form.value, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/events/${eventId}/report?done=saved#typed`);
  if (answer.refusal !== "changed") throw new Response(null, { status: 404 });
  return data({ form: undefined, changed: true }, 409);
}

export default function EventReportPage() {
  const { t, locale, timeZone } = useWords();
  const { report, requestKey, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { event, before, sections, notes, winners } = report;
  const at = `/admin/events/${event.eventId}/report`;
  const hasBefore = before !== null;
  return (
    <div className="max-w-6xl">
      <BackLink to="/admin/events/reports">{t("eventReport.all")}</BackLink>
      <EventPlaces eventId={event.eventId} />
      <PageHeader
        title={`${t("eventReport.title")} · ${inLanguage(locale, event.title)}`}
        lead={
          <>
            {t("eventReport.lead")}
            <span className="mt-1 block">{beforeWords(t, before, timeZone)}</span>
          </>
        }
        actions={(["pdf", "csv"] as const).map((kind) => (
          <ButtonLink
            key={kind}
            to={`${at}.${kind}`}
            reloadDocument
            look="quiet"
            icon={<DownloadIcon size={18} />}
          >
            {t(`eventReport.${kind}`)}
          </ButtonLink>
        ))}
      />
      {notes.length > 0 && (
        <div className="mb-8">
          <Notice
            tone={notes.some(({ say }) => say === "cancelled") ? "warn" : undefined}
            title={t("eventReport.notes")}
          >
            <ul className="list-disc pl-5">
              {notes.map((note) => (
                <li key={note.say}>{writtenNote(t, note, timeZone)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Headlines sections={sections} />
      <div className="mt-10 gap-x-12 lg:columns-2 [&>*]:mt-0 [&>*]:mb-10 [&>*]:break-inside-avoid">
        {sections.map((section) => (
          <ReportSection
            key={section.key}
            section={section}
            report={report}
            hasBefore={hasBefore}
          />
        ))}
        {winners.length > 0 && (
          <Section id="winners" title={t("eventReport.winners")}>
            <Winners winners={winners} brackets={event.brackets} />
          </Section>
        )}
      </div>
      <CostEditor
        {...{ requestKey, costs: report.costs, currency: report.currency }}
        {...{ isSaved: done && !reply, reply: reply?.form, isChanged: reply?.changed === true }}
      />
    </div>
  );
}
