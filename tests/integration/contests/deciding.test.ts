import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadAllEntries } from "#app/modules/contests/load-entries.server.ts";
import { attemptsOf, choicesOf, votesOf } from "#app/modules/contests/load-outcomes.server.ts";
import { loadOwnContests, loadOwnVotes } from "#app/modules/contests/load-own-contests.server.ts";
import { recordAttempt, takeBackAttempt } from "#app/modules/contests/measure.server.ts";
import { assignEntry } from "#app/modules/contests/settle-entry.server.ts";
import { chooseEntry, vote } from "#app/modules/contests/vote.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aBridgeDraft,
  aContestWithEntries,
  aFamily,
  anAwardDraft,
  anEntry,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const first = <Thing>(things: readonly Thing[]) => things[0] as Thing;

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
