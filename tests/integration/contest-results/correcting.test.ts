import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  giveUpPrize,
  handOver,
  settleAwaited,
  undoHandOver,
} from "#app/modules/contest-results/hand-out.server.ts";
import { loadHandOut } from "#app/modules/contest-results/load-hand-out.server.ts";
import { loadOwnResults } from "#app/modules/contest-results/load-own-results.server.ts";
import { loadPublicResults } from "#app/modules/contest-results/load-public-results.server.ts";
import { nameEntry } from "#app/modules/contest-results/name-entry.server.ts";
import { shortName } from "#app/modules/contest-results/short-name.ts";
import { eraseEntries } from "#app/modules/contests/own-entries.server.ts";
import {
  assignEntry,
  restoreEntry,
  withdrawEntry,
} from "#app/modules/contests/settle-entry.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  aJudgedContest,
  awardOf,
  awardsOf,
  correct,
  keptOf,
  published,
  REASON,
  thePrizes,
} from "../../support/contest-results.ts";
import { aFamily } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aGift, putOnShelf, shelvesOf } from "../../support/gifts.ts";
import { spend } from "../../support/ledger-fixtures.ts";
import { randomFrom } from "../../support/random.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

type Contest = Awaited<ReturnType<typeof aJudgedContest>>;

/** Changes what the judge gave an entry, for all criteria. */
async function regrade({ contestId, judge, entries }: Contest, number: number, value: number) {
  const entryId = entries.find((entry) => entry.number === number)?.entryId ?? 0;
  const values = { idea: value, colour: value, care: value };
  const what = { contestId, judgeId: judge.id, entryId, values, reason: "Read wrongly" };
  const answer = await correctScores(what, await anOrganiser());
  if (!answer.ok) throw new Error(answer.refusal);
}

const setEntry = (contestId: number, number: number, data: object) =>
  db().contestEntry.update({ where: { contestId_number: { contestId, number } }, data });
const balanceOf = async ({ children }: Contest, number: number) => {
  const { available, debt } = await loadBalance(db(), children[number - 1]?.member.accountId ?? 0);
  return available - debt;
};
const lettersOf = (contest: Contest, number: number) =>
  db().mail.findMany({
    where: {
      personId: contest.children[number - 1]?.member.id ?? 0,
      template: { in: ["contest-won", "contest-corrected"] },
    },
    orderBy: { id: "asc" },
    select: { template: true, props: true },
  });

describe("a ranking that is corrected", () => {
  test("stands above the one before, and points and prizes follow where they differ", async () => {
    const contest = await aJudgedContest();
    const { contestId, slug } = { ...contest, slug: await slugOf(contest.eventId) };
    await published(contestId);
    await regrade(contest, 2, 10);
    expect(await keptOf(contestId)).toMatchObject({
      isChanged: true,
      changes: [
        { number: 1, before: { en: "Model car" }, after: { en: "Stationery box" }, isOut: false },
        { number: 2, before: { en: "Stationery box" }, after: { en: "Model car" } },
      ],
    });
    expect(await correct(contestId)).toEqual({ ok: true, version: 2 });
    expect(await awardsOf(contestId)).toMatchObject([
      { number: 1, rank: 2, points: 300 },
      { number: 2, rank: 1, points: 500 },
      { number: 3, rank: 3, points: 200 },
      { number: 4, rank: 2 },
      { number: 5, rank: 1 },
    ]);
    expect([await balanceOf(contest, 1), await balanceOf(contest, 2)]).toEqual([300, 500]);
    const accountId = contest.children[0]?.member.accountId ?? 0;
    const lines = (await loadStatement(db(), accountId)).filter(({ meta }) => meta.for !== "event");
    expect(lines.map(({ kind, points, meta }) => [kind, points, meta.for])).toEqual([
      ["earn", 300, "contest"],
      ["reverse", -500, "correction"],
      ["earn", 500, "contest"],
    ]);
    const page = await loadPublicResults(db(), slug);
    expect(page?.results[0]).toMatchObject({
      shown: 2,
      versions: [
        { version: 1, reason: null },
        { version: 2, reason: REASON },
      ],
    });
    const earlier = await loadPublicResults(db(), slug, { contestId, version: 1 });
    expect(earlier?.results[0]).toMatchObject({ shown: 1 });
    expect(earlier?.results[0]?.groups[0]?.places[0]?.number).toBe(1);
    expect((await lettersOf(contest, 1)).map(({ template }) => template)).toEqual([
      ...["contest-won", "contest-corrected"],
    ]);
    expect((await lettersOf(contest, 2))[1]?.props).toMatchObject({
      ...{ reasonEn: REASON.en, handedOver: null },
      ...{ before: { rank: 2, points: 300 }, after: { rank: 1, points: 500 } },
    });
    expect(await lettersOf(contest, 3)).toHaveLength(1);
    expect(await correct(contestId)).toEqual({ ok: false, refusal: "unchanged" });
  });

  test("moves those behind up where an entry is out, and gives a prize that nobody had", async () => {
    const contest = await aJudgedContest({
      brackets: ["little", "little", "little", "little", "little"],
      values: [9, 8, 7, 6, 5],
    });
    const { contestId } = contest;
    await published(contestId);
    await setEntry(contestId, 1, { state: "withdrawn" });
    expect(await correct(contestId)).toMatchObject({ ok: true });
    expect((await awardsOf(contestId)).map(({ number, rank }) => [number, rank])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 3],
    ]);
    expect(await balanceOf(contest, 1)).toBe(0);
    // The fourth keeps the other third prize: nothing of it was posted anew.
    const fourth = await loadStatement(db(), contest.children[3]?.member.accountId ?? 0);
    expect(fourth.filter(({ meta }) => meta.for === "contest")).toHaveLength(1);
    const own = await loadOwnResults(
      db(),
      contest.children[0]?.registrationId ?? 0,
      contest.children[0]?.member.memberId ?? 0,
    );
    expect(own?.results).toEqual([]);
  });

  test("gives the prize to the family whose entry it really is", async () => {
    const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 4] });
    const { contestId, children } = contest;
    await published(contestId);
    const idOf = (at: number) => ({
      registrationPersonId: children[at]?.personId ?? null,
      registrationId: children[at]?.registrationId ?? null,
    });
    await setEntry(contestId, 1, { registrationPersonId: null });
    await setEntry(contestId, 2, idOf(0));
    await setEntry(contestId, 1, idOf(1));
    expect(await correct(contestId)).toMatchObject({ ok: true });
    expect([await balanceOf(contest, 1), await balanceOf(contest, 2)]).toEqual([300, 500]);
    const places = (await db().contestPlace.findMany({ where: { entry: { contestId } } })).length;
    expect(places).toBe(4);
  });

  test("follows what staff find out afterwards: an entry that is out, and one of another child", async () => {
    const contest = await aJudgedContest({
      brackets: ["little", "little", "little"],
      values: [9, 8, 7],
    });
    const { contestId, eventId, entries, children } = contest;
    const actor = await anOrganiser();
    await published(contestId);
    const entryId = entries[0]?.entryId ?? 0;
    const reason = "Drawn by a parent";
    expect(await withdrawEntry({ contestId, entryId, reason }, actor)).toMatchObject({ ok: true });
    expect(await keptOf(contestId)).toMatchObject({ isChanged: true });
    expect(await correct(contestId)).toMatchObject({ ok: true, version: 2 });
    expect((await awardsOf(contestId)).map(({ number, rank }) => [number, rank])).toEqual([
      [2, 1],
      [3, 2],
    ]);
    expect(await restoreEntry({ contestId, entryId }, actor)).toMatchObject({ ok: true });
    // The second is another family's; what the first one asked for does not name that child.
    const second = entries[1]?.entryId ?? 0;
    const before = children[1];
    await nameEntry(
      { entryId: second, registrationId: before?.registrationId ?? 0, named: true },
      { memberId: before?.member.memberId ?? 0, personId: before?.member.id ?? 0 },
    );
    const other = await aFamily({ eventId }, { name: "Mia Lin" });
    const asked = { contestId, entryId: second, personId: other.personId, bracket: null };
    expect(await assignEntry({ ...asked, replace: false }, actor)).toMatchObject({ ok: true });
    expect(await correct(contestId)).toMatchObject({ ok: true, version: 3 });
    expect(await awardOf(contestId, 2)).toMatchObject({ registrationId: other.registrationId });
    const names = async () =>
      (await loadPublicResults(db(), await slugOf(eventId)))?.results[0]?.groups[0]?.places.flatMap(
        ({ name }) => name ?? [],
      );
    expect(await names()).toEqual([]);
    const own = await loadOwnResults(db(), other.registrationId, other.member.memberId);
    expect(own?.results).toMatchObject([{ number: 2, isNamed: false }]);
    await nameEntry(
      { entryId: second, registrationId: other.registrationId, named: true },
      { memberId: other.member.memberId, personId: other.member.id },
    );
    expect(await names()).toEqual(["Mia L."]);
    expect((await verifyLedger(db())).ok).toBe(true);
    expect(await verifyStock(db())).toEqual([]);
  });

  test("keeps the place of a child that was taken out since: nobody's, with what its family was given", async () => {
    const gift = await aGift({ pieces: 3 });
    const contest = await aJudgedContest({
      brackets: ["little", "little"],
      values: [9, 4],
      prizes: thePrizes({ variantId: gift.variantId }),
    });
    const { contestId, eventId } = contest;
    await published(contestId);
    const { member, name } = contest.children[0] as (typeof contest.children)[0];
    await inRetriedTransaction((tx) => eraseEntries(tx, member.memberId));
    expect(await keptOf(contestId)).toMatchObject({ isChanged: false });
    const page = await loadPublicResults(db(), await slugOf(eventId));
    expect(page?.results[0]?.groups[0]?.places.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.stringify(page)).not.toContain(name);
    expect(await balanceOf(contest, 1)).toBe(500);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 2 });
    const entryId = contest.entries[0]?.entryId ?? 0;
    await withdrawEntry({ contestId, entryId, reason: "Drawn by a parent" }, await anOrganiser());
    expect(await correct(contestId)).toMatchObject({ ok: true, version: 2 });
    expect((await awardsOf(contestId)).map(({ number, rank }) => [number, rank])).toEqual([[2, 1]]);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 1 });
    expect((await verifyLedger(db())).ok).toBe(true);
    expect(await verifyStock(db())).toEqual([]);
  });

  test("takes points back that were spent: the rest is owed", async () => {
    const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 4] });
    const { contestId, children } = contest;
    await published(contestId);
    await spend(children[0]?.member.accountId ?? 0, 450, new Date());
    await regrade(contest, 2, 10);
    await correct(contestId);
    // The 50 points for coming, which are not available yet, go first.
    expect(await balanceOf(contest, 1)).toBe(50 + 300 - 450);
    expect((await verifyLedger(db())).ok).toBe(true);
  });

  test("needs somebody to have looked at it, and of two at once one has published it", async () => {
    const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 4] });
    const { contestId } = contest;
    expect(await correct(contestId)).toEqual({ ok: false, refusal: "not-published" });
    await published(contestId);
    await regrade(contest, 2, 10);
    const seen = (await keptOf(contestId))?.seen ?? "";
    await regrade(contest, 1, 3);
    expect(await correct(contestId, { seen })).toEqual({ ok: false, refusal: "seen-other" });
    const answers = await Promise.all([correct(contestId), correct(contestId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "unchanged" });
  });
});

describe("a prize", () => {
  const GIFTS = 6;
  async function withGift() {
    const gift = await aGift({ pieces: GIFTS });
    const [first, second, third] = thePrizes();
    const contest = await aJudgedContest({
      brackets: ["little", "little", "little"],
      values: [9, 8, 7],
      prizes: [
        { ...first, variantId: gift.variantId } as never,
        second as never,
        { ...third, count: 1, variantId: gift.variantId } as never,
      ],
    });
    await published(contest.contestId);
    return { ...contest, gift };
  }
  const act = async (contest: Contest, number: number) => {
    const { id: awardId } = await awardOf(contest.contestId, number);
    return { of: { eventId: contest.eventId, awardId }, organiser: await anOrganiser() };
  };

  test("leaves the shelf when it is handed over, once, and comes back when that was a mistake", async () => {
    const contest = await withGift();
    const { of, organiser } = await act(contest, 1);
    const twenty = await Promise.all(Array.from({ length: 20 }, () => handOver(of, organiser)));
    expect(twenty.every(({ ok }) => ok)).toBe(true);
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS - 1, reserved: 1 });
    expect(await undoHandOver({ ...of, reason: "The wrong child" }, organiser)).toEqual({
      ok: true,
    });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS, reserved: 2 });
    expect(await handOver({ ...of, eventId: 999_999 }, organiser)).toEqual({
      ...{ ok: false, refusal: "no-such-award" },
    });
    expect(await verifyStock(db())).toEqual([]);
    const said = await db().auditEntry.findFirst({ where: { action: "contest.prize-undone" } });
    expect(said?.detail).toMatchObject({ reason: "The wrong child" });
  });

  test("waits where the shelf is empty, and is handed over once there is a piece", async () => {
    const gift = await aGift({ pieces: 0 });
    const contest = await aJudgedContest({
      brackets: ["little"],
      values: [9],
      prizes: thePrizes({ variantId: gift.variantId }),
    });
    await published(contest.contestId);
    const { of, organiser } = await act(contest, 1);
    expect(await handOver(of, organiser)).toEqual({ ok: false, refusal: "out-of-stock" });
    await putOnShelf(gift.itemId, 1);
    expect(await handOver(of, organiser)).toEqual({ ok: true });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 0, reserved: 0 });
    expect(await verifyStock(db())).toEqual([]);
  });

  test("that another child has won since is left with the family, or comes back to the shelf", async () => {
    const contest = await withGift();
    const { of, organiser } = await act(contest, 1);
    await handOver(of, organiser);
    await regrade(contest, 2, 10);
    await correct(contest.contestId, { back: [of.awardId] });
    expect(await handOver(of, organiser)).toEqual({ ok: false, refusal: "ended" });
    const [group] = await loadHandOut(db(), contest.eventId);
    expect(group?.prizes.map(({ number, rank, state }) => [number, rank, state])).toEqual([
      [3, 3, "to-hand-over"],
      [1, 2, "to-hand-over"],
      [1, 1, "awaited"],
      [2, 1, "to-hand-over"],
    ]);
    const own = await loadOwnResults(
      db(),
      contest.children[0]?.registrationId ?? 0,
      contest.children[0]?.member.memberId ?? 0,
    );
    expect(own?.results[0]).toMatchObject({ toBringBack: { en: "Model car" }, rank: 2, of: 3 });
    expect(await settleAwaited({ ...of, after: "back" }, organiser)).toEqual({ ok: true });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS, reserved: 2 });
    expect(await settleAwaited({ ...of, after: "kept" }, organiser)).toMatchObject({ ok: false });
    expect(await verifyStock(db())).toEqual([]);
  });

  test("that nobody comes for is kept no longer, and handed over from what is free to who comes after all", async () => {
    const contest = await withGift();
    const { of, organiser } = await act(contest, 1);
    const why = { ...of, reason: "Not collected in three months" };
    const twice = await Promise.all([giveUpPrize(why, organiser), giveUpPrize(why, organiser)]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS, reserved: 1 });
    const prizes = async () =>
      (await loadHandOut(db(), contest.eventId)).flatMap((group) => group.prizes);
    expect((await prizes()).find(({ awardId }) => awardId === of.awardId)).toMatchObject({
      ...{ state: "given-up", givenUp: { why: why.reason } },
    });
    const own = await loadOwnResults(
      db(),
      contest.children[0]?.registrationId ?? 0,
      contest.children[0]?.member.memberId ?? 0,
    );
    expect(own?.results[0]).toMatchObject({ rank: 1, prize: { isGivenUp: true, points: 500 } });
    expect(await balanceOf(contest, 1)).toBe(500);
    expect(await handOver(of, organiser)).toEqual({ ok: true });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS - 1, reserved: 1 });
    expect(await giveUpPrize(why, organiser)).toEqual({ ok: false, refusal: "handed-over" });
    expect(await undoHandOver({ ...of, reason: "The wrong child" }, organiser)).toEqual({
      ok: true,
    });
    expect((await prizes()).find(({ awardId }) => awardId === of.awardId)).toMatchObject({
      ...{ state: "to-hand-over", givenUp: null },
    });
    expect(await verifyStock(db())).toEqual([]);
  });

  test("that nobody came for is not carried along by a correction: the new prize has a piece of its own", async () => {
    const gift = await aGift({ pieces: 4 });
    const contest = await aJudgedContest({
      brackets: ["little", "little"],
      values: [9, 4],
      prizes: thePrizes({ variantId: gift.variantId }),
    });
    await published(contest.contestId);
    const { of, organiser } = await act(contest, 1);
    await giveUpPrize({ ...of, reason: "Not collected" }, organiser);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 4, reserved: 1 });
    await regrade(contest, 2, 10);
    expect(await correct(contest.contestId)).toMatchObject({ ok: true });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 4, reserved: 2 });
    expect(await giveUpPrize({ ...of, reason: "Again" }, organiser)).toMatchObject({
      refusal: "ended",
    });
    const now = await act(contest, 1);
    expect(await handOver(now.of, organiser)).toEqual({ ok: true });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 1 });
    expect(await verifyStock(db())).toEqual([]);
  });

  test("given up and handed over at once at two desks leaves one piece where it is, or out", async () => {
    const contest = await withGift();
    for (const number of [1, 2]) {
      const { of, organiser } = await act(contest, number);
      await Promise.all([
        giveUpPrize({ ...of, reason: "Not collected" }, organiser),
        handOver(of, organiser),
      ]);
    }
    expect(await verifyStock(db())).toEqual([]);
    const broken = await db().contestAward.count({
      where: { givenUpAt: { not: null }, NOT: { handedOverAt: null } },
    });
    expect(broken).toBe(0);
  });

  test("that is the same thing as before goes along with the place", async () => {
    const contest = await aJudgedContest({
      brackets: ["little", "little", "little"],
      values: [9, 8, 7],
    });
    await published(contest.contestId);
    for (const number of [2, 3]) {
      const { of, organiser } = await act(contest, number);
      await handOver(of, organiser);
    }
    await regrade(contest, 3, 9);
    await regrade(contest, 1, 10);
    await correct(contest.contestId);
    // A second and a third prize are the same box: who has one keeps it, with other points.
    expect(await awardsOf(contest.contestId)).toEqual([
      { number: 1, rank: 1, points: 500, out: false },
      { number: 2, rank: 3, points: 200, out: true },
      { number: 3, rank: 2, points: 300, out: true },
    ]);
  });
});

test("a name stands beside its number only where its family wants it and agrees to all the event asks", async () => {
  const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 4] });
  const { contestId, children, entries } = contest;
  await published(contestId);
  const slug = await slugOf(contest.eventId);
  const nameOf = async () =>
    (await loadPublicResults(db(), slug))?.results[0]?.groups[0]?.places[0]?.name;
  const [child, other] = children;
  const [entry] = entries;
  if (!child || !other || !entry) throw new Error("There is no child.");
  const name = (who: typeof child, named: boolean) =>
    nameEntry(
      { entryId: entry.entryId, registrationId: child.registrationId, named },
      { memberId: who.member.memberId, personId: who.member.id },
    );
  expect(await nameOf()).toBeNull();
  expect(await name(other, true)).toBe(false);
  expect(await name(child, true)).toBe(true);
  expect(await nameOf()).toBe(shortName(child.name));
  await db().registrationPerson.update({
    where: { id: child.personId },
    data: { consents: ["taking_part", "photographs"] },
  });
  expect(await nameOf()).toBeNull();
  await db().registrationPerson.update({
    where: { id: child.personId },
    data: { consents: ["taking_part", "photographs", "artwork"] },
  });
  await setEntry(contestId, 1, { registrationPersonId: null, erasedAt: new Date() });
  const result = (await loadPublicResults(db(), slug))?.results[0]?.groups[0]?.places[0];
  expect(result).toMatchObject({ number: 1, rank: 1, name: null });
  expect((await keptOf(contestId))?.isChanged).toBe(false);
});

test("points add up and the shelves agree after any order of scores, corrections and hand-outs", async () => {
  const random = randomFrom(20_261_130);
  const gift = await aGift({ pieces: 4 });
  const contest = await aJudgedContest({
    brackets: ["little", "little", "little", "little", "junior"],
    values: [5, 6, 7, 8, 9],
    prizes: thePrizes({ variantId: gift.variantId }),
  });
  const { contestId, eventId } = contest;
  await published(contestId);
  const organiser = await anOrganiser();
  for (let step = 0; step < 25; step++) {
    const awards = await db().contestAward.findMany({ where: { entry: { contestId } } });
    const award = awards[random.int(0, awards.length - 1)];
    const of = { eventId, awardId: award?.id ?? 0 };
    switch (random.int(0, 5)) {
      case 0:
        await handOver(of, organiser);
        break;
      case 1:
        await undoHandOver({ ...of, reason: "By mistake" }, organiser);
        break;
      case 2:
        await settleAwaited({ ...of, after: random.oneIn(2) ? "back" : "kept" }, organiser);
        break;
      case 3: {
        const number = random.int(1, 4);
        const state = random.oneIn(3) ? "withdrawn" : "in";
        await setEntry(contestId, number, { state });
        break;
      }
      default: {
        const number = random.int(1, 5);
        const { state } = await db().contestEntry.findUniqueOrThrow({
          where: { contestId_number: { contestId, number } },
        });
        if (state === "in") await regrade(contest, number, random.int(1, 10));
        const back = awards.filter(() => random.oneIn(2)).map(({ id }) => id);
        await correct(contestId, { back });
      }
    }
  }
  await correct(contestId);
  const standing = await awardsOf(contestId);
  for (const number of [1, 2, 3, 4, 5]) {
    const points = standing.find((each) => each.number === number)?.points ?? 0;
    expect(await balanceOf(contest, number)).toBe(points);
  }
  expect((await verifyLedger(db())).ok).toBe(true);
  expect(await verifyStock(db())).toEqual([]);
});

async function slugOf(eventId: number) {
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  return slug;
}
