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
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aJudgedContest,
  awardOf,
  awardsOf,
  balanceOf,
  correct,
  type JudgedContest,
  published,
  regrade,
  thePrizes,
} from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aGift, putOnShelf, shelvesOf } from "../../support/gifts.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const AT = new Date("2026-12-28T02:00:00Z");

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
  const act = async (contest: JudgedContest, number: number) => {
    const { id: awardId } = await awardOf(contest.contestId, number);
    return { of: { eventId: contest.eventId, awardId }, organiser: await anOrganiser() };
  };

  test("leaves the shelf when it is handed over, once, and comes back when that was a mistake", async () => {
    const contest = await withGift();
    const { of, organiser } = await act(contest, 1);
    const twenty = await Promise.all(Array.from({ length: 20 }, () => handOver(of, organiser, AT)));
    expect(twenty.every(({ ok }) => ok)).toBe(true);
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS - 1, reserved: 1 });
    expect(await undoHandOver({ ...of, at: AT, reason: "The wrong child" }, organiser)).toEqual({
      ok: true,
    });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS, reserved: 2 });
    // Its answer was lost and it is sent again: what a colleague has handed over since stays.
    await handOver(of, organiser, new Date("2026-12-28T03:00:00Z"));
    expect(await undoHandOver({ ...of, at: AT, reason: "The wrong child" }, organiser)).toEqual({
      ...{ ok: false, refusal: "handed-over" },
    });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS - 1, reserved: 1 });
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
    const [group] = await loadHandOut(db(), contest.eventId, 0);
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
      (await loadHandOut(db(), contest.eventId, 0)).flatMap((group) => group.prizes);
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
    expect(await handOver(of, organiser, AT)).toEqual({ ok: true });
    expect(await shelvesOf(contest.gift.itemId)).toEqual({ onHand: GIFTS - 1, reserved: 1 });
    expect(await giveUpPrize(why, organiser)).toEqual({ ok: false, refusal: "handed-over" });
    expect(await undoHandOver({ ...of, at: AT, reason: "The wrong child" }, organiser)).toEqual({
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
