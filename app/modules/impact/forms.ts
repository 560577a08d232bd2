import { z } from "zod";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { readTenths } from "#app/platform/words/counted.ts";
import type { KeptCount, TypedCount } from "./judge-counts.ts";

/** As many fields as the form of a page of parties has at most, with what each showed. */
export const MOST_COUNT_FIELDS = 2_000;

/** What is done on the page of what an event counts; the counts themselves are read by {@link readCounts}. */
export const ImpactForm = z.object({
  intent: z.enum(["save", "same"]),
  reason: z
    .string()
    .overwrite(typedText)
    .max(REASON_AT_MOST, "form.error.reasonLong")
    .optional()
    .default(""),
});

/** How a field's state when its form was made travels: `2:30` is version 2, three; `0:` nothing yet. */
export const seenText = ({ version, amount }: KeptCount): string => `${version}:${amount ?? ""}`;

function readSeen(text: string): KeptCount | null {
  const [, version, amount] = /^(\d{1,9}):(\d{0,9})$/.exec(text) ?? [];
  if (version === undefined) return null;
  return { version: Number(version), amount: amount ? Number(amount) : null };
}

/**
 * The counts of a form: fields `count.12` of a party and `count.12.34` of one of its people, each with what it showed
 * (`seen.…`). An empty one takes back what was counted.
 *
 * @returns `mistakes`: the names of fields that hold no count; `typed`: all of them as they were typed, by name.
 */
export function readCounts(body: FormData): {
  counts: TypedCount[];
  mistakes: string[];
  typed: Record<string, string>;
} {
  const counts: TypedCount[] = [];
  const mistakes: string[] = [];
  const typed: Record<string, string> = {};
  for (const [field, value] of body) {
    const [, name = "", party, person] = /^count\.((\d+)(?:\.(\d+))?)$/.exec(field) ?? [];
    if (typeof value !== "string" || name === "") continue;
    const registrationId = RowId.safeParse(party).data;
    const personId = person === undefined ? null : RowId.safeParse(person).data;
    const seen = readSeen(String(body.get(`seen.${name}`) ?? ""));
    if (registrationId === undefined || personId === undefined || !seen) continue;
    typed[name] = value;
    const amount = value.trim() === "" ? null : readTenths(value);
    if (amount === null && value.trim() !== "") mistakes.push(name);
    else counts.push({ registrationId, personId, amount, seen });
  }
  return { counts, mistakes, typed };
}
