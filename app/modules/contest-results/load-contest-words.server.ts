import { type ChildConsent, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What an event and its age groups are called, and what it asks guardians for. */
export type ContestWords = {
  slug: string;
  consents: readonly ChildConsent[];
  event: InBoth;
  /** By the bracket's key, in the event's order. */
  brackets: ReadonlyMap<string, InBoth>;
};

/** Reads what the event of a contest is called. */
export async function loadContestWords(
  on: Db,
  { eventId }: { eventId: number },
): Promise<ContestWords> {
  const { slug, plan } = await on.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { slug: true, plan: true },
  });
  // A contest can be prepared before its event is published.
  if (plan === null) return { slug, event: NO_WORDS, consents: [], brackets: new Map() };
  const { title, brackets, consents } = readPlan(plan);
  return {
    slug,
    event: title,
    consents,
    brackets: new Map(brackets.map(({ key, name }) => [key, name])),
  };
}

const NO_WORDS: InBoth = { en: "", zh: "" };

/** What an age group is called; empty where all are ranked together. */
export const bracketName = ({ brackets }: ContestWords, bracket: string | null): InBoth =>
  bracket === null ? NO_WORDS : (brackets.get(bracket) ?? { en: bracket, zh: bracket });
