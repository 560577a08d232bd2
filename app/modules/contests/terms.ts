import { z } from "zod";

/** What is judged by judges, what is measured, and what is given by those who came or by staff. */
export const contestKinds = ["pictures", "measured", "chosen"] as const;

/**
 * Where a contest stands. `open`: entries come, and judges may already score. `closed`: no more entries, judges go on.
 * `published`: a ranking is public.
 */
export const contestStates = ["draft", "open", "closed", "published", "called-off"] as const;
export type ContestState = (typeof contestStates)[number];

export const openTos = ["children", "everybody"] as const;
export type OpenTo = (typeof openTos)[number];

/** A name for a criterion: it stays while its words change. */
const Key = z.string().regex(/^[a-z0-9]{1,24}$/);

/** What judges give one to ten for. An entry's mark of a judge is weighted by it. */
const Criterion = z.object({
  key: Key,
  name: z.object({ en: z.string(), zh: z.string() }),
  weight: z.int().min(1).max(100),
});

/** So many criteria has a contest at most: a judge has a tablet, and a hall full of children. */
export const CRITERIA = [1, 2, 3, 4, 5] as const;

/** So many tries has somebody at most. */
export const MOST_ATTEMPTS = 20;

const Terms = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pictures"), criteria: z.array(Criterion).max(CRITERIA.length) }),
  z.object({
    kind: z.literal("measured"),
    /** Times are kept in milliseconds. */
    measure: z.enum(["time", "points"]),
    attempts: z.int().min(1).max(MOST_ATTEMPTS),
    /** What wins. */
    better: z.enum(["less", "more"]),
  }),
  z.object({ kind: z.literal("chosen"), by: z.enum(["vote", "choice"]) }),
]);

/** How a contest is decided, by its kind. */
export type ContestTerms = z.output<typeof Terms>;
export type Criterion = z.output<typeof Criterion>;

/**
 * Reads terms as they are kept: the kind stands beside them.
 *
 * @throws ZodError when they are none: only what {@link writeTerms} gave is kept.
 */
export const readTerms = (kind: string, kept: unknown): ContestTerms =>
  Terms.parse({ ...(kept as object), kind });

/** How terms are kept. */
export function writeTerms(terms: ContestTerms) {
  const { kind: _, ...kept } = Terms.parse(terms);
  return kept;
}
