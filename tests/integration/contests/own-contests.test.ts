import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { closeEntries, reopenEntries } from "#app/modules/contests/close-entries.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { exportTables } from "#app/modules/contests/export-tables.server.ts";
import { loadEnterable } from "#app/modules/contests/load-entries.server.ts";
import { loadOwnContests } from "#app/modules/contests/load-own-contests.server.ts";
import {
  eraseEntries,
  forgetOwnEntry,
  withdrawOwnEntry,
} from "#app/modules/contests/own-entries.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { AT_CONTEST, aContestWithEntries, aFamily, anEntry } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const first = <Thing>(things: readonly Thing[]) => things[0] as Thing;

describe("a family", () => {
  test("sees its own children and entries alone, and withdraws one while entries are open", async () => {
    const { contestId, children, entries } = await aContestWithEntries({
      brackets: ["little", "junior"],
      closed: false,
    });
    const { member, name } = first(children);
    const [own] = await loadOwnContests(db(), member.memberId);
    expect(own).toMatchObject({ id: contestId, people: [{ name, number: 1, refusal: null }] });
    const { entryId } = first(entries);
    const stranger = await aMember();
    expect(await withdrawOwnEntry({ entryId, memberId: stranger.memberId })).toBe(false);
    expect(await withdrawOwnEntry({ entryId, memberId: member.memberId })).toBe(true);
    expect((await entriesOf(db(), contestId)).map(({ number }) => number)).toEqual([2]);
  });

  test("takes name and picture out for good: nobody is asked for it any more, and its number is nobody else's", async () => {
    const { contestId, children, entries } = await aContestWithEntries({ brackets: ["little"] });
    const { entryId } = first(entries);
    const { memberId } = first(children).member;
    const [before] = await db().contestPicture.findMany({ where: { entryId } });
    expect(await forgetOwnEntry({ entryId, memberId })).toBe(true);
    expect(await forgetOwnEntry({ entryId, memberId })).toBe(false);
    expect(await entriesOf(db(), contestId)).toEqual([]);
    expect(await entriesOf(db(), contestId, { withdrawn: true })).toMatchObject([
      { number: 1, bracket: "little", registrationPersonId: null, isErased: true, pictures: [] },
    ]);
    await reopenEntries(contestId, await anOrganiser());
    const { personId } = first(children);
    expect(await anEntry(contestId, { personId })).toMatchObject({ number: 2 });
    expect(await closeEntries(contestId, await anOrganiser(), AT_CONTEST)).toMatchObject({
      ...{ ok: true, entries: 1 },
    });
    expect(await db().media.count({ where: { id: before?.smallId ?? 0 } })).toBe(0);
  });

  test("that leaves the club is taken out of its contests, and has had a copy of what it entered", async () => {
    const { contestId, children } = await aContestWithEntries({ brackets: ["little", "little"] });
    const { member, name } = first(children);
    const table = exportTables.find((each) => each.name === "contest-entries");
    const rows = [];
    const of = { person: { id: member.id }, member: { id: member.memberId }, locale: "en" };
    for await (const some of table?.rows(of as never) ?? []) rows.push(...some);
    expect(rows).toMatchObject([{ contest: "The car as I see it", name, entry: "1" }]);
    await inRetriedTransaction((tx) => eraseEntries(tx, member.memberId));
    const left = await entriesOf(db(), contestId, { withdrawn: true });
    expect(left.map(({ isErased, state }) => [isErased, state])).toEqual([
      [true, "withdrawn"],
      [false, "in"],
    ]);
  });
});

test("who can be entered are the children of the event, with the number that they have", async () => {
  const { contestId, eventId, children } = await aContestWithEntries({
    brackets: ["little"],
    closed: false,
  });
  const other = await aFamily({ eventId });
  const people = await loadEnterable(db(), { id: contestId, eventId, openTo: "children" });
  expect(people.map(({ name, number }) => [name, number])).toEqual(
    [
      [first(children).name, 1],
      [other.name, null],
    ].sort(([a], [b]) => String(a).localeCompare(String(b))),
  );
});
