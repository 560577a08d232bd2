import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { numbersOf } from "#app/modules/attendance/run-sheet.ts";
import { db } from "#app/platform/db.server.ts";
import { formatMoment, formatSpan } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { PrintButton } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { requireEvent } from "../parts/event-request.server.ts";
import { PartyLines } from "../parts/party-lines.tsx";

/** Whoever checks in: the event's day on paper, with the list to tick by pen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "attendance.mark");
  const { id, plan } = await requireEvent(rowIdIn(params.id));
  const list = await loadCheckInList(db(), id);
  const parties = list.parties.filter(({ state }) => state === "registered");
  return {
    id,
    plan,
    parties,
    asOf: list.asOf,
    title: t("attendance.runSheet.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RunSheet() {
  const { t, locale, timeZone } = useWords();
  const { id, plan, parties, asOf } = useLoaderData<typeof loader>();
  const numbers = numbersOf(plan, parties);
  const facts = [
    { label: t("attendance.runSheet.where"), value: inLanguage(locale, plan.place) },
    { label: t("attendance.runSheet.address"), value: inLanguage(locale, plan.address) },
    { label: t("attendance.runSheet.contact"), value: plan.contactPhone },
    ...numbers.map(({ what, name, count }) => ({
      label: name ? inLanguage(locale, name) : t(`attendance.runSheet.${what as "people"}`),
      value: String(count),
    })),
  ].filter(({ value }) => value !== "");
  const programme = inLanguage(locale, plan.programme);
  return (
    <>
      <EventPlaces eventId={id} />
      <PageHeader
        title={inLanguage(locale, plan.title)}
        lead={`${formatSpan(plan.startsAt, plan.endsAt, locale, timeZone)} · ${t(
          "attendance.runSheet.asOf",
          { moment: formatMoment(asOf, locale, timeZone) },
        )}`}
        actions={<PrintButton>{t("attendance.print")}</PrintButton>}
      />
      <KeyValue facts={facts} />
      {programme && (
        <Section id="programme" title={t("attendance.runSheet.programme")}>
          <p className="max-w-prose whitespace-pre-line">{programme}</p>
        </Section>
      )}
      <Section id="parties" title={t("attendance.runSheet.parties", { count: parties.length })}>
        <PartyLines parties={parties} sessions={plan.sessions} brackets={plan.brackets} />
      </Section>
    </>
  );
}
