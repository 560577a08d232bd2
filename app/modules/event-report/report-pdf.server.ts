import { type PdfPage, pdfPage } from "#app/platform/pdf-page.server.ts";
import { setLines } from "#app/platform/set-lines.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatDay, formatMoment, formatMoney } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { EventReport } from "./load-event-report.server.ts";
import { type headlines as headlineKeys, headlinesOf, type Line } from "./report-lines.ts";
import { withTypedCosts } from "./typed-lines.ts";
import {
  beforeWords,
  winnerWords,
  writtenLabel,
  writtenNote,
  writtenValue,
} from "./write-report.ts";

const A4: [number, number] = [595, 842];
const LEFT = 48;
const RIGHT = 547;
/** Where the figures of the event end, and those of the event before. */
const THIS = 440;
const BOTTOM = 800;
const SIZE = 9;
const ROW = 14;

type Club = { name: string; timeZone: string };
/** Where the next line stands. */
type Pen = { page: PdfPage; y: number };

/** The report of an event as a file to print, in its reader's language: what the page says, on A4. */
export function reportPdf(
  report: EventReport,
  club: Club,
  locale: Locale,
  now: Date,
): Promise<Uint8Array> {
  const t = translator(locale);
  const title = inLanguage(locale, report.event.title);
  const page = pdfPage(`${t("eventReport.title")} · ${title}`, A4);
  const pen: Pen = { page, y: 40 };
  head(pen, t, report, club, now);
  headlines(pen, t, report);
  for (const { key, lines } of withTypedCosts(report)) {
    section(pen, t(`eventReport.section.${key}`), report.before ? t("eventReport.before") : null);
    for (const line of lines) row(pen, t, line);
  }
  winners(pen, t, report);
  notes(pen, t, report, club);
  return page.end();
}

function head(pen: Pen, t: Translate, report: EventReport, club: Club, now: Date): void {
  const { locale } = t;
  const { event } = report;
  const asOf = t("eventReport.asOf", { at: formatMoment(now, locale, club.timeZone) });
  write(pen, club.name, 10, true);
  right(pen.page, asOf, RIGHT, 40, SIZE, true);
  pen.y += 4;
  write(pen, inLanguage(locale, event.title), 18);
  write(pen, `${t("eventReport.title")} · ${formatDay(event.startsAt, locale, club.timeZone)}`, 11);
  write(pen, beforeWords(t, report.before, club.timeZone), SIZE, true);
  pen.y += 6;
}

/** The figures that one looks at first, side by side. */
function headlines(pen: Pen, t: Translate, report: EventReport): void {
  const lines = headlinesOf(report.sections);
  const width = (RIGHT - LEFT) / lines.length;
  const most = Math.max(
    ...lines.map(({ label, value, before }, at) => {
      const x = LEFT + at * width;
      const called = t(`eventReport.headline.${label as (typeof headlineKeys)[number]}`);
      const tall = paragraph(pen.page, called, { x, y: pen.y, width, size: 7, grey: true });
      const shown = writtenValue(t, value);
      const fits = pen.page.widthOf(shown, 13) <= width - 6;
      pen.page.text(shown, { x, y: pen.y + 20, size: fits ? 13 : 8 });
      if (!before) return Math.max(tall, 40);
      const said = t("eventReport.before.value", { value: writtenValue(t, before) });
      return 38 + paragraph(pen.page, said, { x, y: pen.y + 38, width, size: 7, grey: true });
    }),
  );
  pen.y += most + 8;
}

/** A part's title; never the last line of a page. */
function section(pen: Pen, title: string, before: string | null): void {
  makeRoom(pen, 4 * ROW);
  pen.y += 8;
  pen.page.text(title, { x: LEFT, y: pen.y, size: 11 });
  if (before) right(pen.page, before, RIGHT, pen.y + 2, 8, true);
  pen.y += 17;
  pen.page.rule(pen.y, LEFT, RIGHT);
  pen.y += 4;
}

function row(pen: Pen, t: Translate, { label, value, before, isPart, isSum }: Line): void {
  makeRoom(pen, ROW);
  const { page, y } = pen;
  const indent = isPart ? 14 : 0;
  const shown = writtenValue(t, value);
  const room = THIS - page.widthOf(shown, SIZE) - LEFT - indent - 12;
  page.text(cut(page, writtenLabel(t, label), room), {
    x: LEFT + indent,
    y,
    size: SIZE,
    grey: isPart,
  });
  right(page, shown, THIS, y, isSum ? SIZE + 1 : SIZE, false);
  if (before) right(page, writtenValue(t, before), RIGHT, y, SIZE, true);
  pen.y += ROW;
}

function winners(pen: Pen, t: Translate, report: EventReport): void {
  if (report.winners.length === 0) return;
  section(pen, t("eventReport.winners"), null);
  for (const winner of report.winners) {
    makeRoom(pen, ROW);
    const { what, who } = winnerWords(t, winner, report.event.brackets);
    const room = RIGHT - LEFT - pen.page.widthOf(who, SIZE) - 12;
    pen.page.text(cut(pen.page, what, room), { x: LEFT, y: pen.y, size: SIZE });
    right(pen.page, who, RIGHT, pen.y, SIZE, false);
    pen.y += ROW;
  }
}

function notes(pen: Pen, t: Translate, report: EventReport, { timeZone }: Club): void {
  section(pen, t("eventReport.notes"), null);
  const worth = formatMoney(report.minorPer100, report.currency, t.locale);
  const said = [
    ...report.notes.map((note) => writtenNote(t, note, timeZone)),
    t("eventReport.section.members.lead"),
    t("eventReport.section.costs.lead", { worth }),
    t("eventReport.section.points.lead"),
  ];
  for (const text of said) {
    makeRoom(pen, 2 * ROW);
    const width = RIGHT - LEFT;
    pen.y += paragraph(pen.page, text, { x: LEFT, y: pen.y, width, size: 8, grey: true }) + 3;
  }
}

function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height <= BOTTOM) return;
  pen.page.next();
  pen.y = 48;
}

/** Lines across the page. */
function write(pen: Pen, text: string, size: number, grey = false): void {
  pen.y +=
    paragraph(pen.page, text, { x: LEFT, y: pen.y, width: RIGHT - LEFT - 120, size, grey }) + 2;
}

type Box = { x: number; y: number; width: number; size: number; grey: boolean };

/** Writes a text in as many lines as it takes. @returns how high they are. */
function paragraph(page: PdfPage, text: string, { width, size, y, ...at }: Box): number {
  const lines = setLines(text, (line) => page.widthOf(line, size) <= width - 4);
  for (const [place, line] of lines.entries()) {
    page.text(line, { ...at, size, y: y + place * size * 1.35 });
  }
  return lines.length * size * 1.35;
}

/** As much of a text as fits on a line. */
function cut(page: PdfPage, text: string, width: number): string {
  if (page.widthOf(text, SIZE) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && page.widthOf(`${characters.join("")}…`, SIZE) > width) {
    characters.pop();
  }
  return `${characters.join("")}…`;
}

const right = (page: PdfPage, text: string, x: number, y: number, size: number, grey: boolean) =>
  page.text(text, { x: x - page.widthOf(text, size), y, size, grey });
