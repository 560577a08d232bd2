import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What somebody won at an event, as it stands on a certificate. */
export type Honour = {
  registrationPersonId: number;
  contest: InBoth;
  bracket: InBoth | null;
  /** 1 for a first prize; null of a special award. */
  rank: number | null;
  /** Of a special award, what it is called. */
  award: InBoth | null;
};

/** What was won at an event, as it holds now. */
export async function loadHonours(_on: Db, _eventId: number): Promise<Honour[]> {
  return [];
}
