import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { removePictures } from "./add-picture.server.ts";
import { unsettledNumbers } from "./close-entries.server.ts";
import { type KeptContest, lockContest } from "./contest-row.server.ts";
import { findPerson } from "./find-person.server.ts";
import { type EnterRefusal, mayEnter } from "./may-enter.ts";
import { eventOfContest } from "./open-contest.server.ts";

export type EntrySettled =
  | { ok: true; number: number }
  | { ok: false; refusal: EnterRefusal | "no-such-entry" | "no-such-person" | "settled" }
  /** Nobody's, of no bracket or without its picture: once entries are closed it would stand in the ranking so. */
  | { ok: false; refusal: "not-whole" }
  /** They have another entry, by its number: its picture is replaced by who says so. */
  | { ok: false; refusal: "already-entered"; number: number };

/**
 * An entry can be given to somebody else, withdrawn and taken in again also once a ranking is public, which is corrected
 * then: a drawing turns out to be a parent's, or another child's.
 */
const isHeld = ({ state }: KeptContest) =>
  state === "open" || state === "closed" || state === "published";

/**
 * Says whose an entry is. Of somebody who has another one nothing happens, unless its picture is to be replaced: then
 * that entry, with its number, gets the picture of this one, which is withdrawn. A picture of a public ranking stays.
 */
export function assignEntry(
  asked: {
    contestId: number;
    entryId: number;
    personId: number;
    bracket: string | null;
    replace: boolean;
  },
  actor: Actor,
  now = new Date(),
): Promise<EntrySettled> {
  return inEntry(asked, async (tx, contest, entry) => {
    const { personId, bracket } = asked;
    // Whose it was has taken it out of the contest for good.
    if (entry.erasedAt !== null) return { ok: false, refusal: "settled" };
    const person = await findPerson(tx, { personId, eventId: contest.eventId, memberId: null });
    if (!person) return { ok: false, refusal: "no-such-person" };
    const { consents } = await eventOfContest(tx, contest.eventId);
    const may = mayEnter({ ...contest, consents }, person, { source: "spot", bracket });
    if (!may.ok) return may;
    const other = await tx.contestEntry.findFirst({
      where: { contestId: contest.id, registrationPersonId: personId, id: { not: entry.id } },
      select: { id: true, number: true, state: true },
    });
    const mayReplace =
      asked.replace && contest.state !== "published" && (await hasPicture(tx, entry));
    if (other && other.state === "in" && !mayReplace) {
      return { ok: false, refusal: "already-entered", number: other.number };
    }
    const columns = { registrationId: person.registrationId, bracket: may.bracket, note: "" };
    if (other?.state === "in") {
      await removePictures(tx, other.id, now);
      await tx.contestPicture.updateMany({
        where: { entryId: entry.id, removedAt: null },
        data: { entryId: other.id },
      });
      await tx.contestEntry.update({ where: { id: entry.id }, data: { state: "withdrawn" } });
    } else {
      // One that was withdrawn lets go of them.
      if (other) {
        await tx.contestEntry.update({
          where: { id: other.id },
          data: { registrationPersonId: null },
        });
      }
      await tx.contestEntry.update({
        where: { id: entry.id },
        data: { ...columns, registrationPersonId: personId },
      });
    }
    const number = other?.state === "in" ? other.number : entry.number;
    await note(tx, "contest.entry-assigned", entry, { contest: contest.title.en }, actor);
    return { ok: true, number };
  });
}

const hasPicture = async (tx: Db, { id }: Entry): Promise<boolean> =>
  (await tx.contestPicture.count({ where: { entryId: id, removedAt: null } })) > 0;

/** Withdraws an entry, with a reason: it is ranked no more, and its number is nobody else's. */
export function withdrawEntry(
  asked: { contestId: number; entryId: number; reason: string },
  actor: Actor,
): Promise<EntrySettled> {
  return inEntry(asked, async (tx, contest, entry) => {
    await tx.contestEntry.update({ where: { id: entry.id }, data: { state: "withdrawn" } });
    const detail = { contest: contest.title.en, reason: asked.reason };
    await note(tx, "contest.entry-withdrawn", entry, detail, actor);
    return { ok: true, number: entry.number };
  });
}

type Entry = { id: number; number: number; state: string; erasedAt: Date | null };

async function inEntry(
  { contestId, entryId }: { contestId: number; entryId: number },
  work: (tx: Db, contest: KeptContest, entry: Entry) => Promise<EntrySettled>,
): Promise<EntrySettled> {
  return inRetriedTransaction<EntrySettled>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const entry = await tx.contestEntry.findFirst({
      where: { id: entryId, contestId },
      select: { id: true, number: true, state: true, erasedAt: true },
    });
    if (!contest || !entry) return { ok: false, refusal: "no-such-entry" };
    if (!isHeld(contest) || entry.state !== "in") return { ok: false, refusal: "settled" };
    return work(tx, contest, entry);
  });
}

/** Takes an entry in again that was withdrawn, as long as it can be ranked where no more of it is asked. */
export function restoreEntry(
  { contestId, entryId }: { contestId: number; entryId: number },
  actor: Actor,
): Promise<EntrySettled> {
  return inRetriedTransaction<EntrySettled>(async (tx, rollBack) => {
    const contest = await lockContest(tx, contestId);
    const entry = await tx.contestEntry.findFirst({
      where: { id: entryId, contestId, state: "withdrawn", erasedAt: null },
      select: { id: true, number: true },
    });
    if (!contest || !entry || !isHeld(contest)) return { ok: false, refusal: "settled" };
    await tx.contestEntry.update({ where: { id: entryId }, data: { state: "in" } });
    if (contest.state !== "open") {
      const unsettled = await unsettledNumbers(tx, contest);
      if (unsettled.includes(entry.number)) return rollBack({ ok: false, refusal: "not-whole" });
    }
    await note(tx, "contest.entry-restored", entry, { contest: contest.title.en }, actor);
    return { ok: true, number: entry.number };
  });
}

const note = (
  tx: Db,
  action: "contest.entry-assigned" | "contest.entry-withdrawn" | "contest.entry-restored",
  { id, number }: { id: number; number: number },
  detail: Record<string, string>,
  { by, address }: Actor,
) =>
  writeAudit(tx, {
    ...{ personId: by, action, subject: `contest-entry:${id}`, address },
    detail: { ...detail, number },
  });
