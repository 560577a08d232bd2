import type { Db } from "#app/platform/db.server.ts";
import type { ConsentKind, ConsentSource } from "./consent-kinds.ts";

/** What somebody last said to one kind. */
export type ConsentState = {
  given: boolean;
  at: Date;
  source: ConsentSource;
  /** As consentWording() names it. */
  wording: string;
};

/** By kind; a kind they were never asked about is not there, which counts as not given. */
export type Consents = Partial<Record<Exclude<ConsentKind, "guardian">, ConsentState>>;

/** Where somebody's consents stand: of each kind the latest line counts. Those for children are the children's. */
export async function loadConsents(db: Db, personId: number): Promise<Consents> {
  const rows = await db.$queryRaw<(ConsentState & { kind: keyof Consents })[]>`
    select distinct on (kind) kind, given, created_at as at, source, wording
    from consent
    where person_id = ${personId} and kind <> 'guardian'
    order by kind, id desc`;
  return Object.fromEntries(rows.map(({ kind, ...state }) => [kind, state]));
}
