import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { callOffContest } from "#app/modules/contests/call-off-contest.server.ts";
import { closeEntries, reopenEntries } from "#app/modules/contests/close-entries.server.ts";
import { contestOf, lockContest } from "#app/modules/contests/contest-row.server.ts";
import { type EntryWanted, enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { entriesOf, findEntryPicture } from "#app/modules/contests/entries-of.server.ts";
import { changeContest, discardContest } from "#app/modules/contests/keep-contest.server.ts";
import { markPublished } from "#app/modules/contests/mark-published.server.ts";
import { openContest } from "#app/modules/contests/open-contest.server.ts";
import { forgetOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import { tieSeedOf } from "#app/modules/contests/tie-seed.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  AT_CONTEST,
  AT_HOME,
  aContestDay,
  aContestDraft,
  aContestWithEntries,
  aDraftContest,
  aDrawing,
  aFamily,
  anEntry,
  anOpenContest,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPublishedEvent } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const theEvent = () => aPublishedEvent({ plan: aContestDay() });

async function onSpot(wanted: Omit<EntryWanted, "requestKey"> & { requestKey?: string }) {
  const { by } = await anOrganiser();
  return enterPerson({ requestKey: randomUUID(), ...wanted }, { source: "spot", by }, AT_CONTEST);
}

describe("a contest", () => {
  test("is changed while it is a draft, by the second of two only once they have seen the first", async () => {
    const contestId = await aDraftContest((await theEvent()).eventId);
    const draft = aContestDraft({ about: { en: "Another", zh: "另一个" } });
    expect(await changeContest({ contestId, draft, revision: 1 })).toMatchObject({ ok: true });
    expect(await changeContest({ contestId, draft, revision: 1 })).toEqual({
      ok: false,
      refusal: "changed",
    });
    const actor = await anOrganiser();
    expect(await openContest(contestId, actor, AT_HOME)).toEqual({ ok: true });
    expect(await changeContest({ contestId, draft, revision: 2 })).toEqual({
      ok: false,
      refusal: "not-a-draft",
    });
    expect(await discardContest(contestId, actor)).toBe(false);
  });

  test("is not opened over an age group that the event does not have", async () => {
    const { eventId } = await theEvent();
    const contestId = await aDraftContest(eventId, aContestDraft({ brackets: ["senior"] }));
    expect(await openContest(contestId, await anOrganiser(), AT_HOME)).toEqual({
      ok: false,
      refusal: "missing",
      missing: ["bracket-gone"],
    });
  });

  test("keeps the seed that it promised when its entries closed, through opening them again", async () => {
    const { contestId, event } = await closed();
    const first = await contestOf(db(), contestId);
    const seed = await tieSeedOf(first as NonNullable<typeof first>);
    const actor = await anOrganiser();
    expect(await reopenEntries(contestId, actor)).toBe(true);
    await anEntry(contestId, await aFamily(event));
    expect(await closeEntries(contestId, actor)).toMatchObject({
      ok: true,
      entries: 2,
      tieCommitment: first?.tieCommitment,
    });
    const told = await inRetriedTransaction(async (tx) => {
      const contest = await lockContest(tx, contestId);
      return markPublished(tx, contest as NonNullable<typeof contest>, AT_CONTEST);
    });
    expect(told).toBe(seed);
    expect(await contestOf(db(), contestId)).toMatchObject({ state: "published", tieSeed: seed });
    expect(await reopenEntries(contestId, actor)).toBe(false);
    const reason = { en: "Rain", zh: "下雨" };
    expect(await callOffContest({ contestId, reason }, actor)).toEqual({
      ok: false,
      refusal: "published",
    });
    await expect(
      db().contest.update({ where: { id: contestId }, data: { state: "closed" } }),
    ).rejects.toThrow();
  });

  test("does not close over an entry that is nobody's or has no picture", async () => {
    const { eventId } = await theEvent();
    const contestId = await anOpenContest(eventId);
    const actor = await anOrganiser();
    expect(await closeEntries(contestId, actor)).toEqual({ ok: false, refusal: "nobody" });
    await anEntry(contestId, await aFamily({ eventId }));
    await anEntry(contestId, await aFamily({ eventId }), { picture: false });
    await anEntry(contestId, null);
    expect(await closeEntries(contestId, actor)).toEqual({
      ok: false,
      refusal: "unsettled",
      numbers: [2, 3],
    });
  });
});

async function closed() {
  const event = await theEvent();
  const contestId = await anOpenContest(event.eventId);
  await anEntry(contestId, await aFamily(event));
  await closeEntries(contestId, await anOrganiser());
  return { contestId, event };
}

describe("entries", () => {
  test("have numbers in the order in which they come, each once, of twenty at once", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const children = await Promise.all(Array.from({ length: 20 }, () => aFamily(event)));
    const answers = await Promise.all(
      children.map(({ personId }) => onSpot({ contestId, personId })),
    );
    const numbers = answers.map((each) => (each.ok ? each.number : 0)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test("of a retry are one, and of a child one", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const { personId } = await aFamily(event);
    const requestKey = randomUUID();
    const first = await onSpot({ contestId, personId, requestKey });
    expect(first).toMatchObject({ ok: true, number: 1, again: false });
    expect(await onSpot({ contestId, personId, requestKey })).toEqual({ ...first, again: true });
    expect(await onSpot({ contestId, personId })).toMatchObject({
      refusal: "already-entered",
      number: 1,
    });
  });

  test("go on with a number that is free where somebody typed the last one", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const { by } = await anOrganiser();
    const enter = (number: number | null) =>
      enterPerson(
        { contestId, personId: null, number, requestKey: randomUUID() },
        { source: "spot", by },
        AT_CONTEST,
      );
    await enter(1);
    await enter(9_999);
    expect(await enter(null)).toMatchObject({ ok: true, number: 2 });
    const more = await Promise.all([enter(null), enter(null), enter(null)]);
    expect(more.map((entry) => entry.ok && entry.number).sort()).toEqual([3, 4, 5]);
  });

  test("take the number that lies beside them, if nobody has it", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const [one, two] = [await aFamily(event), await aFamily(event)];
    expect(await onSpot({ contestId, personId: one.personId, number: 12 })).toMatchObject({
      number: 12,
    });
    expect(await onSpot({ contestId, personId: two.personId, number: 12 })).toEqual({
      ok: false,
      refusal: "number-taken",
    });
    expect(await onSpot({ contestId, personId: two.personId })).toMatchObject({ number: 13 });
  });

  test.each<[string, Parameters<typeof aFamily>[1], Partial<EntryWanted>, string]>([
    ["nobody agreed that the child takes part", { consents: ["artwork"] }, {}, "consent-missing"],
    ["a child of no age group", { bracket: null }, {}, "no-bracket"],
    ["an age group that does not take part", {}, { bracket: "senior" }, "no-bracket"],
  ])("refuses: %s", async (_why, child, wanted, refusal) => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const { personId } = await aFamily(event, child);
    expect(await onSpot({ contestId, personId, ...wanted })).toEqual({ ok: false, refusal });
  });

  test("are of the age group that staff chose, of a child that fits none", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const { personId } = await aFamily(event, { bracket: null });
    await onSpot({ contestId, personId, bracket: "junior" });
    expect(await entriesOf(db(), contestId)).toMatchObject([{ number: 1, bracket: "junior" }]);
  });

  test("are of people of that event alone", async () => {
    const contestId = await anOpenContest((await theEvent()).eventId);
    const { personId } = await aFamily(await theEvent());
    expect(await onSpot({ contestId, personId })).toEqual({
      ok: false,
      refusal: "no-such-person",
    });
  });

  test("come from home until the day that the contest says, of one's own children alone", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const child = await aFamily(event);
    const stranger = await aFamily(event);
    const send = (memberId: number, now: Date) =>
      enterPerson(
        { contestId, personId: child.personId, requestKey: randomUUID() },
        { source: "home", by: child.member.id, memberId },
        now,
      );
    expect(await send(stranger.member.memberId, AT_HOME)).toMatchObject({
      refusal: "no-such-person",
    });
    expect(await send(child.member.memberId, AT_CONTEST)).toMatchObject({ refusal: "too-late" });
    expect(await send(child.member.memberId, AT_HOME)).toMatchObject({ ok: true, number: 1 });
  });
});

describe("the picture of an entry", () => {
  test("is stored anew where the same picture of another child is taken out meanwhile", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const { by } = await anOrganiser();
    const who = { by, memberId: null };
    for (let turn = 0; turn < 8; turn += 1) {
      const [one, other] = [await aFamily(event), await aFamily(event)];
      const picture = await aDrawing();
      const ofOne = await anEntry(contestId, one, { picture: false });
      const ofOther = await anEntry(contestId, other, { picture: false });
      await addEntryPicture({ entryId: ofOne.entryId, picture }, who);
      const [added] = await Promise.all([
        addEntryPicture({ entryId: ofOther.entryId, picture }, who),
        sleep(turn * 3).then(() =>
          forgetOwnEntry({ entryId: ofOne.entryId, memberId: one.member.memberId }),
        ),
      ]);
      expect(added).toMatchObject({ ok: true });
      const shown = await db().contestPicture.findFirstOrThrow({
        where: { entryId: ofOther.entryId, removedAt: null },
      });
      expect(await db().media.count({ where: { id: shown.largeId } })).toBe(1);
    }
  });

  test("that comes too late for its entry is kept nowhere", async () => {
    const event = await theEvent();
    const contestId = await anOpenContest(event.eventId);
    const actor = await anOrganiser();
    const { entryId } = await anEntry(contestId, await aFamily(event));
    const pictures = await Promise.all([1, 2, 3, 4].map(() => aDrawing()));
    const [closed, ...added] = await Promise.all([
      sleep(5).then(() => closeEntries(contestId, actor, AT_CONTEST)),
      ...pictures.map((picture) =>
        addEntryPicture({ entryId, picture }, { by: actor.by, memberId: null }),
      ),
    ]);
    expect(closed).toMatchObject({ ok: true });
    for (const each of added) if (!each.ok) expect(each.refusal).toBe("not-open");
    const left = await db().media.count({
      where: {
        smallEntryOf: { none: {} },
        mediumEntryOf: { none: {} },
        largeEntryOf: { none: {} },
      },
    });
    expect(left).toBe(0);
  });

  test("is the last one sent; the same one sent twice is one, and half a picture none", async () => {
    const { contestId, entries } = await aContestWithEntries({
      brackets: ["little"],
      closed: false,
    });
    const entryId = entries[0]?.entryId as number;
    const by = { by: (await anOrganiser()).by, memberId: null };
    const [before] = await entriesOf(db(), contestId);
    const picture = await aDrawing();
    const added = await addEntryPicture({ entryId, picture }, by);
    expect(await addEntryPicture({ entryId, picture }, by)).toEqual(added);
    const half = picture.subarray(0, picture.length / 2);
    expect(await addEntryPicture({ entryId, picture: half }, by)).toEqual({
      ok: false,
      refusal: "not-a-picture",
    });
    const [after] = await entriesOf(db(), contestId);
    expect(after?.pictures).toHaveLength(1);
    expect(after?.pictures[0]?.id).toBe(added.ok && added.pictureId);
    expect(await findEntryPicture(db(), before?.pictures[0]?.id as number, "small")).toBeNull();
  });
});
