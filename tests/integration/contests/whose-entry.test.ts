import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { closeEntries, reopenEntries } from "#app/modules/contests/close-entries.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { loadEntries } from "#app/modules/contests/load-entries.server.ts";
import { forgetOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import {
  assignEntry,
  restoreEntry,
  withdrawEntry,
} from "#app/modules/contests/settle-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { AT_CONTEST, aContestWithEntries, aFamily, anEntry } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const first = <Thing>(things: readonly Thing[]) => things[0] as Thing;

describe("whose an entry is", () => {
  test("is said later, and then it has the child's age group", async () => {
    const { contestId, eventId } = await aContestWithEntries({ brackets: [], closed: false });
    const child = await aFamily({ eventId }, { bracket: "junior" });
    const { entryId, number } = await anEntry(contestId, null);
    const asked = { contestId, entryId, personId: child.personId, bracket: null, replace: false };
    expect(await assignEntry(asked, await anOrganiser())).toEqual({ ok: true, number });
    const [entry] = (await entriesOf(db(), contestId)).filter(({ id }) => id === entryId);
    expect(entry).toMatchObject({ registrationPersonId: child.personId, bracket: "junior" });
  });

  test("of a child that has one: refused by its number, or its picture goes to that number", async () => {
    const { contestId, children, entries } = await aContestWithEntries({
      brackets: ["little"],
      closed: false,
    });
    const second = await anEntry(contestId, null);
    const picture = (await entriesOf(db(), contestId)).find(({ id }) => id === second.entryId)
      ?.pictures[0]?.id;
    const { personId } = first(children);
    const asked = { contestId, entryId: second.entryId, personId, bracket: null };
    const actor = await anOrganiser();
    expect(await assignEntry({ ...asked, replace: false }, actor)).toEqual({
      ok: false,
      refusal: "already-entered",
      number: first(entries).number,
    });
    expect(await assignEntry({ ...asked, replace: true }, actor)).toMatchObject({
      number: first(entries).number,
    });
    const left = await entriesOf(db(), contestId);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ id: first(entries).entryId });
    expect(left[0]?.pictures.map(({ id }) => id)).toEqual([picture]);
  });

  test("is withdrawn with a reason and taken in again, under its number", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const { entryId } = first(entries);
    const actor = await anOrganiser();
    await withdrawEntry({ contestId, entryId, reason: "Drawn by a parent" }, actor);
    expect(await entriesOf(db(), contestId)).toEqual([]);
    expect(await withdrawEntry({ contestId, entryId, reason: "Again" }, actor)).toMatchObject({
      refusal: "settled",
    });
    expect(await restoreEntry({ contestId, entryId }, actor)).toEqual({ ok: true, number: 1 });
    expect(await entriesOf(db(), contestId)).toHaveLength(1);
    const { entries: page } = await loadEntries(db(), contestId, { after: 0, unsettled: null });
    expect(page).toMatchObject([{ number: 1, state: "in", source: "spot", isOut: false }]);
  });

  test("is not taken in again as nobody's or without a picture once entries are closed", async () => {
    const { contestId, children } = await aContestWithEntries({
      brackets: ["little"],
      closed: false,
    });
    const actor = await anOrganiser();
    const { entryId } = await anEntry(contestId, null);
    const { personId } = first(children);
    await assignEntry({ contestId, entryId, personId, bracket: null, replace: true }, actor);
    await closeEntries(contestId, actor, AT_CONTEST);
    expect(await restoreEntry({ contestId, entryId }, actor)).toEqual({
      ok: false,
      refusal: "not-whole",
    });
    expect(await entriesOf(db(), contestId)).toHaveLength(1);
    await reopenEntries(contestId, actor);
    expect(await restoreEntry({ contestId, entryId }, actor)).toMatchObject({ ok: true });
  });

  test("that has no picture takes none away from the one that the child has", async () => {
    const { contestId, children, entries } = await aContestWithEntries({
      brackets: ["little"],
      closed: false,
    });
    const { entryId } = await anEntry(contestId, null, { picture: false });
    const { personId } = first(children);
    const asked = { contestId, entryId, personId, bracket: null, replace: true };
    expect(await assignEntry(asked, await anOrganiser())).toEqual({
      ...{ ok: false, refusal: "already-entered", number: first(entries).number },
    });
    const [kept] = await entriesOf(db(), contestId);
    expect(kept?.pictures).toHaveLength(1);
  });

  test("is nobody else's once its family took it out for good", async () => {
    const { contestId, eventId, children, entries } = await aContestWithEntries({
      brackets: ["little"],
    });
    const { entryId } = first(entries);
    await forgetOwnEntry({ entryId, memberId: first(children).member.memberId });
    const { personId } = await aFamily({ eventId });
    const asked = { contestId, entryId, personId, bracket: null, replace: false };
    expect(await assignEntry(asked, await anOrganiser())).toMatchObject({ refusal: "settled" });
  });
});
