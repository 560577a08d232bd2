import { z } from "zod";
import { type ReportMonths, reportMonths } from "#app/modules/gift-report/report-time.ts";
import type { Day } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";

/** How a lead came in. */
export const SOURCES = ["form", "link", "desk", "api"] as const;
export type Source = (typeof SOURCES)[number];

/** One store's or consultant's leads, those that are nobody's (`none`), or all (null). */
export type Whose = number | "none" | null;

/** Which leads figures are about: those named in whole months of the club, narrowed as somebody asks. */
export type FigureFilter = ReportMonths & {
  store: Whose;
  consultant: Whose;
  source: Source | null;
};

const WhoseText = z
  .union([z.literal("none"), RowId])
  .nullable()
  .catch(null);
const SourceText = z.enum(SOURCES).nullable().catch(null);

/**
 * The filter that an address asks for. What makes no sense narrows nothing, and without months it is the last twelve.
 *
 * @param today the club's day.
 */
export function readFigureFilter(query: URLSearchParams, today: Day): FigureFilter {
  return {
    ...reportMonths({ from: query.get("from"), to: query.get("to") }, today),
    store: WhoseText.parse(query.get("store")),
    consultant: WhoseText.parse(query.get("consultant")),
    source: SourceText.parse(query.get("source")),
  };
}

/** The filter as an address holds it. */
export function figureQuery({ from, to, ...narrowed }: FigureFilter): string {
  const query = new URLSearchParams({ from, to });
  for (const [name, value] of Object.entries(narrowed)) {
    if (value !== null) query.set(name, String(value));
  }
  return query.toString();
}
