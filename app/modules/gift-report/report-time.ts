import { addMonths, type ClubTime, type Day } from "#app/platform/club-time.ts";

/** The months of a report, as `YYYY-MM`, the first and the last, both whole. */
export type ReportMonths = { from: string; to: string };

const MOST_MONTHS = 36;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The months that an address asks for; the last twelve where it names none that make sense. */
export function reportMonths(
  asked: { from: string | null; to: string | null },
  today: Day,
): ReportMonths {
  const isMonth = (text: string | null): text is string =>
    text !== null && MONTH.test(text) && text >= "2000-01" && text <= "2999-12";
  const to = isMonth(asked.to) ? asked.to : today.slice(0, 7);
  const yearBefore = addMonths(`${to}-01`, -11).slice(0, 7);
  const earliest = addMonths(`${to}-01`, 1 - MOST_MONTHS).slice(0, 7);
  const from = isMonth(asked.from) && asked.from <= to ? asked.from : yearBefore;
  return { from: from < earliest ? earliest : from, to };
}

/** When these months begin, and the first instant after them, on the club's clock. */
export const instantsOf = ({ from, to }: ReportMonths, time: ClubTime) => ({
  from: time.startOfDay(`${from}-01`),
  until: time.startOfDay(addMonths(`${to}-01`, 1)),
});
