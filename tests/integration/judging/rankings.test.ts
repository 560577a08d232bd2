import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { markPublished } from "#app/modules/contests/mark-published.server.ts";
import { noteConflict, takeConflictBack } from "#app/modules/judging/conflicts.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { excludeJudge, includeJudge } from "#app/modules/judging/exclude-judge.server.ts";
import { sayDone } from "#app/modules/judging/judge-done.server.ts";
import { loadRanking } from "#app/modules/judging/load-ranking.server.ts";
import { loadOwnScores } from "#app/modules/judging/own-scores.server.ts";
import { saveScores } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  aBridgeDraft,
  aContestDraft,
  aContestWithEntries,
  anAwardDraft,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aJudge, aScore, giveAll } from "../../support/judging.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const NOTHING = { ready: false, missing: [], unjudged: [], unchosen: [] };

const publish = (contestId: number) =>
  inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) throw new Error("There is none.");
    return markPublished(tx, contest, new Date());
  });

/** The numbers by rank, in each bracket. */
async function ranked(contestId: number) {
  const ranking = await loadRanking(db(), contestId);
  if (!ranking.ready) throw new Error(JSON.stringify(ranking));
  return ranking.brackets.map(({ places }) => places.map(({ number }) => number));
}

describe("a ranking", () => {
  test("waits for every score of every judge who counts, and says by number what is missing", async () => {
    const { contestId, entries } = await aContestWithEntries();
    expect(await loadRanking(db(), contestId)).toMatchObject({
      ready: false,
      unjudged: entries.map(({ number }) => ({ number })),
    });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    await giveAll(lin, entries, [9, 7, 5, 6, 8]);
    await giveAll(wu, entries.slice(0, 3), [8, 9, 4]);
    expect(await sayDone(wu)).toEqual({ ok: false, missing: [4, 5] });
    expect(await loadRanking(db(), contestId)).toMatchObject({
      ready: false,
      missing: [{ judgeId: wu.id, name: "Wu", entries: [{ number: 4 }, { number: 5 }] }],
      unjudged: [],
    });
    const actor = await anOrganiser();
    await excludeJudge({ contestId, judgeId: wu.id, why: "Went home at three." }, actor);
    expect(await saveScores(wu, [])).toEqual({ ok: false, refusal: "excluded" });
    expect(await ranked(contestId)).toEqual([
      [1, 2, 3],
      [5, 4],
    ]);

    await includeJudge({ contestId, judgeId: wu.id }, actor);
    await giveAll(wu, entries.slice(3), [9, 2]);
    expect(await sayDone(wu)).toEqual({ ok: true });
    // Little: Lin 9, 7, 5: 1.22, 0, −1.22; Wu 8, 9, 4: 0.46, 0.93, −1.39. Totals 0.84, 0.46, −1.31.
    // Junior: Lin 6, 8: −1, 1; Wu 9, 2: 1, −1. Level in the total; points 7.5 and 5 of ten: 4 is first.
    expect(await ranked(contestId)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    const kept = await db().auditEntry.findFirst({
      where: { action: "judge.excluded", subject: `contest:${contestId}` },
    });
    expect(kept?.detail).toMatchObject({ name: "Wu", reason: "Went home at three." });
  });

  test("a judge's own child is ranked by the others; with nobody else it cannot be", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little", "little"] });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const actor = await anOrganiser();
    const own = { contestId, judgeId: lin.id, entryId: entries[0]?.entryId ?? 0 };
    // A parent who gave their child a ten before saying so.
    await giveAll(lin, entries, [10, 1]);
    await giveAll(wu, entries, [4, 6]);
    expect(await noteConflict(own, actor)).toBe(true);
    expect(await noteConflict(own, actor)).toBe(true);
    expect(await ranked(contestId)).toEqual([[2, 1]]);
    await excludeJudge({ contestId, judgeId: wu.id, why: "Did not stay." }, actor);
    expect(await loadRanking(db(), contestId)).toMatchObject({ unjudged: [{ number: 1 }] });
    expect(await takeConflictBack(own, actor)).toBe(true);
    expect(await takeConflictBack(own, actor)).toBe(false);
    expect(await ranked(contestId)).toEqual([[1, 2]]);
  });

  test("who is level in everything shares the rank until the seed is told, which is once it is public", async () => {
    const { contestId, entries } = await aContestWithEntries({
      brackets: ["little", "little", "little"],
    });
    const lin = await aJudge(contestId, "Lin");
    await giveAll(lin, entries, [5, 5, 5]);
    const before = await loadRanking(db(), contestId);
    expect(before.ready && before.brackets[0]?.places.map(({ rank, tie }) => [rank, tie])).toEqual([
      [1, "draw"],
      [1, "draw"],
      [1, "draw"],
    ]);
    const seed = await publish(contestId);
    const after = await loadRanking(db(), contestId);
    expect(after.ready && after.brackets[0]?.places.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(await loadRanking(db(), contestId, seed)).toEqual(after);
  });

  test("once it is public a score is changed by staff alone, with a reason, and it is another ranking", async () => {
    const { contestId, entries, children } = await aContestWithEntries({
      brackets: ["little", "little"],
    });
    const lin = await aJudge(contestId, "Lin");
    await giveAll(lin, entries, [9, 4]);
    const own = children[0]?.member.memberId ?? 0;
    expect(await loadOwnScores(db(), own)).toEqual([]);
    await publish(contestId);
    expect(await loadOwnScores(db(), own)).toMatchObject([
      { number: 1, criterion: { en: "Care" }, value: 9 },
      { criterion: { en: "Colour" } },
      { criterion: { en: "Idea" } },
    ]);
    const before = await loadRanking(db(), contestId);
    const { entryId } = entries[0] as { entryId: number };
    expect(await saveScores(lin, [aScore(entryId, "idea", 1)])).toEqual({
      ok: false,
      refusal: "published",
    });
    expect(await noteConflict({ contestId, judgeId: lin.id, entryId }, { by: null })).toBe(false);
    const of = { contestId, judgeId: lin.id, entryId, reason: "Lin had two sheets mixed up." };
    const actor = await anOrganiser();
    const values = { idea: 1, colour: 1, care: 1, speed: 1 };
    expect(await correctScores({ ...of, values }, actor)).toEqual({
      ok: true,
      changed: 3,
      published: true,
    });
    expect(await correctScores({ ...of, values }, actor)).toMatchObject({ changed: 0 });
    const after = await loadRanking(db(), contestId);
    expect(before.ready && after.ready && before.fingerprint !== after.fingerprint).toBe(true);
    expect(await ranked(contestId)).toEqual([[2, 1]]);
    const history = await db().judgeScore.findMany({
      where: { entryId, criterion: "idea" },
      orderBy: { id: "asc" },
    });
    expect(history.map(({ value, reason }) => [value, reason])).toEqual([
      [9, null],
      [1, "Lin had two sheets mixed up."],
    ]);
  });

  test("publishing waits for scores that are being saved, and none comes in after it", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    await giveAll(lin, entries, [9]);
    const { entryId } = entries[0] as { entryId: number };
    const [published, ...saved] = await Promise.all([
      inRetriedTransaction(async (tx) => {
        const contest = await lockContest(tx, contestId);
        if (!contest) throw new Error("There is none.");
        await markPublished(tx, contest, new Date());
        return loadRanking(tx, contestId);
      }),
      ...Array.from({ length: 8 }, (_, at) => saveScores(lin, [aScore(entryId, "idea", at + 1)])),
    ]);
    expect(await loadRanking(db(), contestId)).toEqual(published);
    expect(saved.every((each) => each.ok || each.refusal === "published")).toBe(true);
  });

  test("what was measured or voted for has the same shape; who was not is without a place", async () => {
    const bridge = await aContestWithEntries({
      brackets: ["little", "little", "little"],
      draft: aBridgeDraft(),
    });
    const [one, two] = bridge.entries.map(({ entryId }) => entryId) as [number, number];
    const { by } = await anOrganiser();
    await db().contestAttempt.createMany({
      data: [
        { id: randomUUID(), entryId: one, attempt: 1, value: 9_000, createdBy: by },
        { id: randomUUID(), entryId: two, attempt: 1, value: 8_500, createdBy: by },
      ],
    });
    const timed = await loadRanking(db(), bridge.contestId);
    expect(timed).toMatchObject({
      ready: true,
      brackets: [
        {
          bracket: null,
          places: [
            { number: 2, rank: 1, total: 8_500 },
            { number: 1, rank: 2, total: 9_000 },
          ],
          without: [{ number: 3 }],
        },
      ],
    });

    const award = await aContestWithEntries({
      brackets: ["little", "little"],
      draft: anAwardDraft(),
    });
    const [, liked] = award.entries.map(({ entryId }) => entryId) as [number, number];
    await db().contestVote.create({
      data: {
        contestId: award.contestId,
        registrationId: award.children[0]?.registrationId ?? 0,
        entryId: liked,
        createdBy: by,
      },
    });
    expect(await loadRanking(db(), award.contestId)).toMatchObject({
      brackets: [{ places: [{ number: 2, rank: 1, total: 1 }], without: [{ number: 1 }] }],
    });
  });

  test("a choice waits until somebody is chosen, and nobody is ranked among no entries", async () => {
    const award = await aContestWithEntries({
      brackets: ["little", "little"],
      draft: anAwardDraft("choice"),
    });
    expect(await loadRanking(db(), award.contestId)).toEqual({ ...NOTHING, unchosen: [null] });
    const { by } = await anOrganiser();
    const choice = {
      contestId: award.contestId,
      reasonEn: "Kind.",
      reasonZh: "善良。",
      createdBy: by,
    };
    for (const { entryId } of award.entries) {
      await db().contestChoice.create({ data: { ...choice, entryId } });
    }
    expect(await loadRanking(db(), award.contestId)).toMatchObject({
      brackets: [{ places: [{ number: 2, rank: 1 }], without: [{ number: 1 }] }],
    });
    const empty = await aContestWithEntries({
      brackets: [],
      draft: aContestDraft(),
      closed: false,
    });
    expect(await loadRanking(db(), empty.contestId)).toEqual(NOTHING);
  });
});
