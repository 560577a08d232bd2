import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  handOver,
  settleAwaited,
  undoHandOver,
} from "#app/modules/contest-results/hand-out.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aJudgedContest,
  awardsOf,
  balanceOf,
  correct,
  published,
  regrade,
  setEntry,
  thePrizes,
} from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aGift } from "../../support/gifts.ts";
import { randomFrom } from "../../support/random.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

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
        await undoHandOver(
          { ...of, at: award?.handedOverAt ?? new Date(), reason: "By mistake" },
          organiser,
        );
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
