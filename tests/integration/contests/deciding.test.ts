import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { closeEntries, reopenEntries } from "#app/modules/contests/close-entries.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { exportTables } from "#app/modules/contests/export-tables.server.ts";
import {
  loadAllEntries,
  loadEnterable,
  loadEntries,
} from "#app/modules/contests/load-entries.server.ts";
import { attemptsOf, choicesOf, votesOf } from "#app/modules/contests/load-outcomes.server.ts";
import { recordAttempt, takeBackAttempt } from "#app/modules/contests/measure.server.ts";
import {
  eraseEntries,
  forgetOwnEntry,
  loadOwnContests,
  loadOwnVotes,
  withdrawOwnEntry,
} from "#app/modules/contests/own-entries.server.ts";
import {
  assignEntry,
  restoreEntry,
  withdrawEntry,
} from "#app/modules/contests/settle-entry.server.ts";
import { chooseEntry, vote } from "#app/modules/contests/vote.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  AT_CONTEST,
  aBridgeDraft,
  aContestWithEntries,
  aFamily,
  anAwardDraft,
  anEntry,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";

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

describe("a bridge", () => {
  test("counts tries up to so many, each once, and not what was taken back", async () => {
    const { contestId, entries } = await aContestWithEntries({
      brackets: ["little"],
      draft: aBridgeDraft(),
      closed: false,
    });
    const { entryId } = first(entries);
    const { by } = await anOrganiser();
    const tried = (typed: string, id = randomUUID()) =>
      recordAttempt({ contestId, entryId, id, typed }, by);
    const id = randomUUID();
    const once = await tried("12.4", id);
    expect(once).toEqual({ ok: true, attempt: 1, value: 12_400, left: 2 });
    expect(await tried("9.9", id)).toEqual(once);
    expect(await tried("fast")).toEqual({ ok: false, refusal: "unreadable" });
    await tried("1:02.4");
    await tried("11");
    expect(await tried("10")).toEqual({ ok: false, refusal: "no-more-attempts" });
    const asked = { contestId, attemptId: id, reason: "Typed wrongly" };
    expect(await takeBackAttempt(asked, await anOrganiser())).toBe(true);
    expect(await takeBackAttempt(asked, await anOrganiser())).toBe(false);
    expect(await tried("10")).toMatchObject({ ok: true, attempt: 4, left: 0 });
    expect((await attemptsOf(db(), contestId)).get(entryId)).toEqual([62_400, 11_000, 10_000]);
  });

  test("has every child at its table, however many they are", async () => {
    const { contestId } = await aContestWithEntries({
      ...{ brackets: [], draft: aBridgeDraft(), closed: false },
    });
    for (let each = 0; each < 45; each += 1) await anEntry(contestId, null, { picture: false });
    const all = await loadAllEntries(db(), contestId);
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1));
  });
});

describe("an award", () => {
  test("by vote is one vote a party that came, not for its own, changed as they like", async () => {
    const { contestId, eventId, children, entries } = await aContestWithEntries({
      brackets: ["little", "little"],
      draft: anAwardDraft("vote"),
      closed: false,
    });
    const [one, other] = [first(children), children[1] as (typeof children)[0]];
    const give = (registrationId: number, entryId: number, memberId: number | null = null) =>
      vote({ contestId, entryId, registrationId, memberId }, one.member.id);
    const ofOther = entries[1]?.entryId as number;
    expect(await give(one.registrationId, first(entries).entryId)).toMatchObject({
      refusal: "own-child",
    });
    expect(await give(one.registrationId, ofOther)).toEqual({ ok: true, changed: false });
    expect(await give(one.registrationId, ofOther)).toEqual({ ok: true, changed: false });
    const third = await anEntry(contestId, await aFamily({ eventId }), { picture: false });
    expect(await give(one.registrationId, third.entryId)).toEqual({ ok: true, changed: true });
    expect(await give(other.registrationId, third.entryId, one.member.memberId)).toMatchObject({
      refusal: "no-such-party",
    });
    const absent = await aFamily({ eventId }, { came: false });
    expect(await give(absent.registrationId, third.entryId)).toMatchObject({ refusal: "not-come" });
    expect([...(await votesOf(db(), contestId))]).toEqual([[third.entryId, 1]]);
    const own = await loadOwnContests(db(), one.member.memberId);
    const [ballot] = await loadOwnVotes(db(), own);
    expect(ballot).toMatchObject({ contestId, entryId: third.entryId });
    expect(ballot?.entries.map(({ number }) => number)).toEqual([2, 3]);
  });

  test("by vote counts no vote for what turns out to be the party's own, and shows no child's name", async () => {
    const { contestId, eventId, children } = await aContestWithEntries({
      brackets: ["little"],
      draft: anAwardDraft("vote"),
      closed: false,
    });
    const one = first(children);
    const { entryId } = await anEntry(contestId, null, { picture: false });
    const sibling = await db().registrationPerson.create({
      data: {
        ...{ registrationId: one.registrationId, eventId, role: "child", name: "王小明" },
        ...{ bracket: "little", consents: ["taking_part"], state: "coming" },
      },
    });
    const given = { contestId, entryId, registrationId: one.registrationId, memberId: null };
    expect(await vote(given, one.member.id)).toMatchObject({ ok: true });
    expect([...(await votesOf(db(), contestId))]).toEqual([[entryId, 1]]);
    const asked = { contestId, entryId, personId: sibling.id, bracket: null, replace: false };
    expect(await assignEntry(asked, await anOrganiser())).toMatchObject({ ok: true });
    expect([...(await votesOf(db(), contestId))]).toEqual([]);
    const other = await aFamily({ eventId });
    const own = await loadOwnContests(db(), other.member.memberId);
    const ballot = await loadOwnVotes(db(), own);
    expect(ballot[0]?.entries.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.stringify(ballot)).not.toMatch(/小明|Child/);
  });

  test("by vote can be given to what is nobody's yet", async () => {
    const { contestId, children } = await aContestWithEntries({
      brackets: ["little"],
      draft: anAwardDraft("vote"),
      closed: false,
    });
    const { number } = await anEntry(contestId, null, { picture: false });
    const own = await loadOwnContests(db(), first(children).member.memberId);
    const [ballot] = await loadOwnVotes(db(), own);
    expect(ballot?.entries.map((entry) => entry.number)).toEqual([number]);
  });

  test("by choice is the last one chosen, with its reason", async () => {
    const { contestId, entries } = await aContestWithEntries({
      brackets: ["little", "little"],
      draft: anAwardDraft("choice"),
    });
    const reason = { en: "Picked up litter", zh: "捡垃圾" };
    const actor = await anOrganiser();
    for (const { entryId } of entries) {
      expect(await chooseEntry({ contestId, entryId, reason }, actor)).toEqual({ ok: true });
    }
    expect((await choicesOf(db(), contestId)).get("")).toEqual({
      entryId: entries[1]?.entryId,
      reason,
    });
  });
});

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
