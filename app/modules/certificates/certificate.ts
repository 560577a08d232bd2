import { z } from "zod";

/** What a certificate is for: having come, a rank in a contest, or a special award. */
export const certificateKinds = ["took-part", "place", "award"] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** `replaced`: by a corrected one, with a code of its own. `withdrawn`: what it says was a mistake. */
export type CertificateState = "valid" | "replaced" | "withdrawn";

const InBoth = z.object({ en: z.string(), zh: z.string() });

/** All that a certificate says beside the name, as it was on the day of issue. */
const Says = z.object({
  event: InBoth,
  /** The drawing's name: see `events/event-drawing.ts`. */
  drawing: z.string(),
  startsAt: z.coerce.date(),
  place: InBoth,
  contest: InBoth.nullable(),
  bracket: InBoth.nullable(),
  rank: z.int().min(1).nullable(),
  award: InBoth.nullable(),
  /** What was done together, such as "3 trees planted". */
  impact: InBoth.nullable(),
});
const Words = Says.omit({ drawing: true });
export type CertificateSays = z.output<typeof Says>;

/**
 * Reads what a certificate says, as it is kept.
 *
 * @throws ZodError when it is none: only what {@link writeSays} gave is kept.
 */
export const readSays = (kept: unknown): CertificateSays => Says.parse(kept);

/** How it is kept: as JSON, with instants as texts. */
export const writeSays = (says: CertificateSays) => JSON.parse(JSON.stringify(Says.parse(says)));

/** Whether two certificates say the same beside the name; another drawing says nothing else. */
export const saysTheSame = (one: CertificateSays, other: CertificateSays): boolean =>
  JSON.stringify(Words.parse(one)) === JSON.stringify(Words.parse(other));
