import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type KeptContest, lockContest } from "./contest-row.server.ts";
import { findPerson } from "./find-person.server.ts";
import { type EnterRefusal, mayEnter } from "./may-enter.ts";
import { eventOfContest } from "./open-contest.server.ts";

/** The highest number of an entry: four figures are read aloud in a hall. */
export const MOST_NUMBER = 9_999;

export type EntryWanted = {
  contestId: number;
  /** Whose it is; null where that is said later. */
  personId: number | null;
  /** The number on the sheet that already lies beside it; null: the next one. */
  number?: number | null;
  /** The bracket as staff chose it; null: by age. */
  bracket?: string | null;
  /** What was typed of whose it is. */
  note?: string;
  /** Made by the device before anything is sent: a retry is one entry. */
  requestKey: string;
};

export type Entered =
  | { ok: true; entryId: number; number: number; again: boolean }
  | { ok: false; refusal: EnterRefusal | "no-such-contest" | "not-open" | "no-such-person" }
  | { ok: false; refusal: "too-late" | "number-taken" | "full" }
  /** They have an entry: this is its number, and its picture is replaced by who says so. */
  | { ok: false; refusal: "already-entered"; entryId: number; number: number };

/** Who enters somebody: staff on the spot, or a guardian from home, whose party it must be. */
export type EnteredBy =
  | { source: "spot"; by: number }
  | { source: "home"; by: number; memberId: number };

/**
 * Enters somebody into a contest, or a picture of which is said later whose it is, and gives the entry its number. Who
 * had an entry that was withdrawn gets the same one again.
 *
 * @param now for tests; the clock otherwise.
 */
export const enterPerson = (
  wanted: EntryWanted,
  who: EnteredBy,
  now = new Date(),
): Promise<Entered> => inRetriedTransaction((tx) => enterPersonIn(tx, wanted, who, now));

/** The same in the caller's transaction. */
export async function enterPersonIn(
  tx: Db,
  wanted: EntryWanted,
  who: EnteredBy,
  now: Date,
): Promise<Entered> {
  const contest = await lockContest(tx, wanted.contestId);
  if (!contest || contest.state === "draft") return { ok: false, refusal: "no-such-contest" };
  const known = await tx.contestEntry.findUnique({ where: { requestKey: wanted.requestKey } });
  if (known) {
    if (known.contestId !== contest.id) return { ok: false, refusal: "no-such-contest" };
    return { ok: true, entryId: known.id, number: known.number, again: true };
  }
  if (contest.state !== "open") return { ok: false, refusal: "not-open" };
  if (who.source === "home" && !(contest.entriesUntil && now < contest.entriesUntil)) {
    return { ok: false, refusal: "too-late" };
  }
  const whose = await whoseEntry(tx, contest, wanted, who);
  if (!whose.ok) return whose;
  if (whose.withdrawn) return restore(tx, whose.withdrawn, who);
  const number = await freeNumber(tx, contest.id, wanted.number ?? null);
  if (typeof number === "string") return { ok: false, refusal: number };
  const { id } = await tx.contestEntry.create({
    data: {
      ...{ contestId: contest.id, number, source: who.source, createdBy: who.by },
      ...{ note: wanted.note ?? "", requestKey: wanted.requestKey },
      ...whose.columns,
    },
    select: { id: true },
  });
  return { ok: true, entryId: id, number, again: false };
}

type Whose =
  | Exclude<Entered, { ok: true }>
  | {
      ok: true;
      columns: { registrationPersonId?: number; registrationId?: number; bracket: string | null };
      withdrawn: { id: number; number: number } | null;
    };

async function whoseEntry(
  tx: Db,
  contest: KeptContest,
  { personId, bracket = null }: EntryWanted,
  who: EnteredBy,
): Promise<Whose> {
  if (personId === null) {
    const isFit = bracket !== null && contest.brackets.includes(bracket);
    return { ok: true, columns: { bracket: isFit ? bracket : null }, withdrawn: null };
  }
  const memberId = who.source === "home" ? who.memberId : null;
  const person = await findPerson(tx, { personId, eventId: contest.eventId, memberId });
  if (!person) return { ok: false, refusal: "no-such-person" };
  const { consents } = await eventOfContest(tx, contest.eventId);
  const may = mayEnter({ ...contest, consents }, person, { source: who.source, bracket });
  if (!may.ok) return may;
  const had = await tx.contestEntry.findFirst({
    where: { contestId: contest.id, registrationPersonId: personId },
    select: { id: true, number: true, state: true },
  });
  if (had?.state === "in") {
    return { ok: false, refusal: "already-entered", entryId: had.id, number: had.number };
  }
  const columns = {
    ...{ registrationPersonId: personId, registrationId: person.registrationId },
    bracket: may.bracket,
  };
  return { ok: true, columns, withdrawn: had };
}

/** An entry that was withdrawn is in again, under its number. */
export async function restore(
  tx: Db,
  { id, number }: { id: number; number: number },
  { by }: Pick<EnteredBy, "by">,
): Promise<Entered> {
  await tx.contestEntry.update({ where: { id }, data: { state: "in" }, select: { id: true } });
  await writeAudit(tx, {
    personId: by,
    action: "contest.entry-restored",
    subject: `contest-entry:${id}`,
    detail: { number },
  });
  return { ok: true, entryId: id, number, again: false };
}

/** The number that was asked for, or the next one; where the last was typed by hand already, the first that is free. */
async function freeNumber(
  tx: Db,
  contestId: number,
  asked: number | null,
): Promise<number | "number-taken" | "full"> {
  if (asked !== null) {
    const taken = await tx.contestEntry.count({ where: { contestId, number: asked } });
    return taken > 0 ? "number-taken" : asked;
  }
  const { _max } = await tx.contestEntry.aggregate({
    where: { contestId },
    _max: { number: true },
  });
  const next = (_max.number ?? 0) + 1;
  if (next <= MOST_NUMBER) return next;
  const [free] = await tx.$queryRaw<{ number: number }[]>`
    select number from generate_series(1, ${MOST_NUMBER}::int) number
    where not exists (select from contest_entry where contest_id = ${contestId} and contest_entry.number = number.number)
    order by number limit 1`;
  return free?.number ?? "full";
}
