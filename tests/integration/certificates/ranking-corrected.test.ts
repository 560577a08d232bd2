import { beforeAll, describe, expect, test } from "vitest";
import { loadPrintedOfEvent } from "#app/modules/certificates/load-certificates.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aJudgedContest, published } from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { alsoOnTheBridge, correctForSecond, issued, placesOf } from "./ranking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const DRAWN = "The car as I see it";

describe("certificates of a ranking that is corrected after they were issued", () => {
  test("say so by their codes until they are issued anew, and those that are right stay", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    expect(await issued(eventId)).toEqual({ ok: true, made: 15, replaced: 0, withdrawn: 0 });
    await correctForSecond(contest);
    expect(await placesOf(eventId, children[0])).toEqual([[DRAWN, 1, "corrected"]]);
    expect(await placesOf(eventId, children[1])).toEqual([[DRAWN, 2, "corrected"]]);
    expect(await placesOf(eventId, children[2])).toEqual([[DRAWN, 3, "valid"]]);

    expect(await issued(eventId)).toEqual({ ok: true, made: 0, replaced: 2, withdrawn: 0 });
    expect(await issued(eventId)).toEqual({ ok: true, made: 0, replaced: 0, withdrawn: 0 });
    expect(await placesOf(eventId, children[0])).toEqual([
      [DRAWN, 1, "replaced"],
      [DRAWN, 2, "valid"],
    ]);
    const printed = await loadPrintedOfEvent(db(), eventId);
    expect(printed.filter(({ says }) => says.rank === 1)).toHaveLength(2);
  });

  test("are not right for the same place in another contest", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    await alsoOnTheBridge(contest);
    await issued(eventId);
    await correctForSecond(contest);
    expect(await placesOf(eventId, children[0])).toEqual([
      [DRAWN, 1, "corrected"],
      ["Balance bridge", 1, "valid"],
    ]);
  });

  test("are not right for the same place in another age group", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    await issued(eventId);
    const [first] = children;
    await db().contestEntry.updateMany({
      where: { registrationPersonId: first?.personId ?? 0 },
      data: { bracket: "junior" },
    });
    expect(await placesOf(eventId, first)).toEqual([[DRAWN, 1, "corrected"]]);
  });

  test("of two contests that are called the same are two, each by its own contest", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    await alsoOnTheBridge(contest, {
      title: { en: DRAWN, zh: "我眼中的爱车" },
      brackets: ["little", "junior"],
    });
    // Five of each contest, and ten of parents and children who came.
    expect(await issued(eventId)).toEqual({ ok: true, made: 20, replaced: 0, withdrawn: 0 });
    expect(await issued(eventId)).toEqual({ ok: true, made: 0, replaced: 0, withdrawn: 0 });
    await correctForSecond(contest);
    expect(await placesOf(eventId, children[0])).toEqual([
      [DRAWN, 1, "corrected"],
      [DRAWN, 1, "valid"],
    ]);
  });
});
