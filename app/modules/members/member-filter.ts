import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";

export const MEMBER_SORTS = ["newest", "number", "name"] as const;
/** Days ahead within which something ends. */
export const DAYS_AHEAD = [30, 60, 90] as const;

const day = z
  .string()
  .transform((text) => parseDay(text))
  .nullable()
  .catch(null);
const daysAhead = z.coerce.number().pipe(z.literal(DAYS_AHEAD)).nullable().catch(null);
const one = <Values extends readonly string[]>(values: Values) =>
  z.enum(values).nullable().catch(null);

const LONGEST_MODEL = 40;

/** What the list of members can be narrowed to. Anything else in an address means nothing. */
const Filter = z.object({
  tier: one(["gold", "silver"]),
  /** The last day of gold, or of the grace after it, is so near. */
  goldEnds: daysAhead,
  programme: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,31}$/)
    .nullable()
    .catch(null),
  /** Had an order settled there in the last twelve months. */
  store: OptionalRowId,
  joinedFrom: day,
  joinedTo: day,
  email: one(["with", "without"]),
  debt: one(["yes"]),
  /** Points that can be spent now lapse so soon. */
  lapsing: daysAhead,
  birthday: z.coerce.number().int().min(1).max(12).nullable().catch(null),
  /** A part of the model of a car that they hold. */
  model: z
    .string()
    .transform((text) => tidy(text))
    .nullable()
    .catch(null),
  sort: z.enum(MEMBER_SORTS).catch("newest"),
});

export type MemberFilter = z.output<typeof Filter>;

/** Reads the filter in an address; what it cannot read narrows nothing. */
export function readMemberFilter(query: URLSearchParams): MemberFilter {
  const given = Object.fromEntries([...query].filter(([, value]) => value.trim() !== ""));
  return Filter.parse(given);
}

/** The one address of a filter, without what narrows nothing: equal filters have equal ones. */
export function memberFilterQuery(filter: MemberFilter): string {
  const query = new URLSearchParams();
  for (const field of Object.keys(Filter.shape) as (keyof MemberFilter)[]) {
    const value = filter[field];
    if (value === null || (field === "sort" && value === "newest")) continue;
    query.set(field, String(value));
  }
  return query.toString();
}

function tidy(text: string): string | null {
  const whole = text
    .normalize("NFKC")
    .replace(/[\p{Cs}\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  // Of dashes and dots alone no index has anything.
  if (!/[\p{L}\p{N}]/u.test(whole)) return null;
  return Array.from(whole).slice(0, LONGEST_MODEL).join("");
}
