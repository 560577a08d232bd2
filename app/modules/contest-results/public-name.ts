import { shortName } from "./short-name.ts";

/** Whoever made an entry. */
export type Entrant = {
  name: string;
  role: string;
  /** What its guardian agrees to. */
  consents: readonly string[];
  /** Its family has asked that a name stands there: what another one asked for, whose it was thought to be, is not theirs. */
  isAsked: boolean;
  /** The family's member has left the club. */
  hasLeft: boolean;
};

/**
 * The name that may stand beside the number of an entry; null where none may. A child's stands there where its family has
 * asked for it, and still agrees to all that the event asks for.
 */
export function publicName(entrant: Entrant | null, asked: readonly string[]): string | null {
  if (!entrant?.isAsked || entrant.hasLeft) return null;
  const agrees = asked.every((consent) => entrant.consents.includes(consent));
  return entrant.role === "child" && !agrees ? null : shortName(entrant.name);
}
