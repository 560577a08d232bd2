import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { markPublished } from "#app/modules/contests/mark-published.server.ts";
import { noteConflict, takeConflictBack } from "#app/modules/judging/conflicts.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { excludeJudge, includeJudge } from "#app/modules/judging/exclude-judge.server.ts";
import { sayDone } from "#app/modules/judging/judge-done.server.ts";
import {
  endJudgeLink,
  findJudge,
  handOver,
  makeJudge,
  renameJudge,
  renewJudgeLink,
} from "#app/modules/judging/judge-links.server.ts";
import { JUDGE_CODES, JUDGE_CODES_OF_DAY } from "#app/modules/judging/limits.ts";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { loadJudges } from "#app/modules/judging/load-judging.server.ts";
import { loadJudgesPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { loadRanking } from "#app/modules/judging/load-ranking.server.ts";
import { loadOwnScores } from "#app/modules/judging/own-scores.server.ts";
import { holdScores, saveScores, saveWholeEntry } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { resetAttempts } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  aBridgeDraft,
  aContestDraft,
  aContestWithEntries,
  aDrawing,
  anAwardDraft,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aJudge, aScore, foundJudge, giveAll } from "../../support/judging.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const NOTHING = { ready: false, missing: [], unjudged: [], unchosen: [] };

const publish = (contestId: number) =>
  inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) throw new Error("There is none.");
    return markPublished(tx, contest, new Date());
  });
const given = async (judgeId: number, contestId: number, entryId: number) => {
  const [judge] = await loadJudges(db(), contestId, judgeId);
  return judge?.scores.get(entryId);
};
/** The numbers by rank, in each bracket. */
async function ranked(contestId: number) {
  const ranking = await loadRanking(db(), contestId);
  if (!ranking.ready) throw new Error(JSON.stringify(ranking));
  return ranking.brackets.map(({ places }) => places.map(({ number }) => number));
}

describe("links", () => {
  test("a link finds its judge; one that was ended says so, and one that never was finds nobody", async () => {
    const { contestId } = await aContestWithEntries();
    const lin = await aJudge(contestId, "Lin");
    expect(await foundJudge(lin)).toEqual({ id: lin.id, contestId, name: "Lin", state: "judging" });
    const actor = await anOrganiser();
    expect(await endJudgeLink({ contestId, judgeId: lin.id }, actor)).toBe(true);
    expect(await endJudgeLink({ contestId, judgeId: lin.id }, actor)).toBe(false);
    expect((await foundJudge(lin)).state).toBe("over");
    expect(await findJudge(db(), "x".repeat(43))).toBeNull();
    expect(await findJudge(db(), undefined)).toBeNull();
    expect(await saveScores(lin, [])).toEqual({ ok: false, refusal: "over" });

    const again = await renewJudgeLink({ contestId, judgeId: lin.id }, actor);
    expect((await foundJudge({ token: again?.token ?? "" })).state).toBe("judging");
    expect((await foundJudge(lin)).state).toBe("over");
  });

  test("asked for twice at once, a judge is one; a second of the same name is refused", async () => {
    const { contestId } = await aContestWithEntries({ brackets: ["little"] });
    const actor = await anOrganiser();
    const of = { contestId, name: "Lin", requestKey: randomUUID() };
    const made = await Promise.all([makeJudge(of, actor), makeJudge(of, actor)]);
    expect(made.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await loadJudges(db(), contestId)).toHaveLength(1);
    expect(await makeJudge({ ...of, requestKey: randomUUID() }, actor)).toMatchObject({
      refusal: "name-taken",
    });
  });

  test("a contest that nobody judges has no judges", async () => {
    const { contestId } = await aContestWithEntries({
      brackets: ["little"],
      draft: aBridgeDraft(),
    });
    const made = makeJudge(
      { contestId, name: "Lin", requestKey: randomUUID() },
      await anOrganiser(),
    );
    expect(await made).toMatchObject({ refusal: "not-judged" });
  });

  test("a tablet is handed over by the other judge's code, and not by guessing", async () => {
    const { contestId } = await aContestWithEntries({ brackets: ["little"] });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const elsewhere = await aContestWithEntries({ brackets: ["little"] });
    const other = await aJudge(elsewhere.contestId, "Other");
    const handed = await handOver(lin, wu.code);
    expect(handed).toMatchObject({ ok: true, keys: { name: "Wu" } });
    const token = handed.ok ? handed.keys.token : "";
    expect(await foundJudge({ token })).toMatchObject({ id: wu.id });
    // Their own link goes on.
    expect((await foundJudge(wu)).state).toBe("judging");
    const known = [lin.code, wu.code];
    const wrong = ["0000", "1111", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "9999"]
      .filter((code) => !known.includes(code))
      .slice(0, 8);
    for (const code of wrong) {
      expect(await handOver(lin, code)).toEqual({ ok: false, refusal: "no-such-code" });
    }
    expect(await handOver(lin, wu.code)).toEqual({ ok: false, refusal: "too-many" });
    // A code of another contest opens nothing here.
    if (other.code !== lin.code && other.code !== wu.code) {
      expect(await handOver(wu, other.code)).toEqual({ ok: false, refusal: "no-such-code" });
    }
    await endJudgeLink({ contestId, judgeId: wu.id }, await anOrganiser());
    expect((await foundJudge({ token })).state).toBe("over");
  });

  test("a patient guesser is stopped for the day; who types the right digits again and again is not", async () => {
    const { contestId } = await aContestWithEntries({ brackets: ["little"] });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const wrong = ["0000", "1111", "2222"].find((code) => code !== lin.code && code !== wu.code);
    for (let turn = 0; turn < JUDGE_CODES_OF_DAY.turns + 5; turn += 1) {
      expect(await handOver(wu, lin.code)).toMatchObject({ ok: true });
    }
    const answers: (string | null)[] = [];
    for (let turn = 0; turn < JUDGE_CODES_OF_DAY.turns + 5; turn += 1) {
      await resetAttempts(JUDGE_CODES, String(lin.id));
      const handed = await handOver(lin, wrong ?? "");
      answers.push(handed.ok ? null : handed.refusal);
    }
    expect(answers.filter((refusal) => refusal === "no-such-code")).toHaveLength(
      JUDGE_CODES_OF_DAY.turns,
    );
    expect(answers.at(-1)).toBe("too-many");
  });

  test("a judge's name is written anew, and is nobody else's", async () => {
    const { contestId } = await aContestWithEntries({ brackets: ["little"] });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const actor = await anOrganiser();
    const rename = (judgeId: number, name: string) =>
      renameJudge({ contestId, judgeId, name }, actor);
    expect(await rename(lin.id, "Wu")).toEqual({ ok: false, refusal: "name-taken" });
    expect(await rename(999_999, "Chen")).toEqual({ ok: false, refusal: "no-such-judge" });
    const both = await Promise.all([rename(lin.id, "Chen"), rename(wu.id, "Chen")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await loadJudges(db(), contestId)).map(({ name }) => name).sort()).toEqual(
      both[0].ok ? ["Chen", "Wu"] : ["Chen", "Lin"],
    );
    const noted = { action: "judge.renamed", subject: `contest:${contestId}` };
    expect(await db().auditEntry.count({ where: noted })).toBe(1);
  });
});

describe("scores", () => {
  test("a score that is sent ten times at once is one", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    const { entryId } = entries[0] as { entryId: number };
    const score = aScore(entryId, "idea", 7);
    const saved = await Promise.all(Array.from({ length: 10 }, () => saveScores(lin, [score])));
    expect(saved.every((each) => each.ok && each.answers[0]?.outcome === "saved")).toBe(true);
    expect(await db().judgeScore.count({ where: { judgeId: lin.id } })).toBe(1);
  });

  test("of twenty given at once the last one given holds, in whatever order they arrive", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const judges = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const { entryId } = entries[0] as { entryId: number };
    const saves = judges.flatMap((judge, who) =>
      Array.from({ length: 10 }, (_, at) => {
        const place = (at * 7) % 10;
        return saveScores(judge, [
          aScore(entryId, "idea", ((place + who) % 10) + 1, { sequence: 5_000 + place }),
        ]);
      }),
    );
    expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
    expect(await given(judges[0]?.id ?? 0, contestId, entryId)).toEqual({ idea: 10 });
    expect(await given(judges[1]?.id ?? 0, contestId, entryId)).toEqual({ idea: 1 });
    expect(await db().judgeScore.count({ where: { entryId } })).toBe(20);
  });

  test("an older value that arrives late does not overwrite a newer one, and is told so", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    const { entryId } = entries[0] as { entryId: number };
    const older = aScore(entryId, "idea", 3, { sequence: 100 });
    await saveScores(lin, [aScore(entryId, "idea", 8, { sequence: 200 })]);
    const late = await saveScores(lin, [older, aScore(entryId, "colour", 4, { sequence: 100 })]);
    expect(late.ok && late.answers.map(({ outcome }) => outcome)).toEqual(["late", "saved"]);
    expect(await given(lin.id, contestId, entryId)).toEqual({ idea: 8, colour: 4 });
  });

  test("a clock that ran ahead for a while makes nothing late that is given after it", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    const { entryId } = entries[0] as { entryId: number };
    const ahead = { sequence: Number.MAX_SAFE_INTEGER };
    await saveScores(lin, [aScore(entryId, "idea", 3, ahead), aScore(entryId, "idea", 4, ahead)]);
    expect(await given(lin.id, contestId, entryId)).toEqual({ idea: 4 });
    const after = await saveScores(lin, [
      aScore(entryId, "idea", 9, { sequence: Date.now() + 2_000 }),
    ]);
    expect(after).toMatchObject({ ok: true, answers: [{ outcome: "saved" }] });
    expect(await given(lin.id, contestId, entryId)).toEqual({ idea: 9 });
  });

  test("of a picture that was replaced since are told apart, until the judge has looked again", async () => {
    const { contestId, entries, eventId } = await aContestWithEntries({
      ...{ brackets: ["little", "little"], closed: false },
    });
    const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
    const { by } = await anOrganiser();
    const [first, second] = entries.map(({ entryId }) => entryId) as [number, number];
    const replacedFor = async (judge: { id: number; contestId: number }) =>
      (await loadJudgeSheet(db(), judge))?.entries.flatMap(({ id, isReplaced }) =>
        isReplaced ? [id] : [],
      );
    const giveNow = (judge: typeof lin, entryId: number, at: number) =>
      saveScores(
        judge,
        ["idea", "colour", "care"].map((key) => aScore(entryId, key, 7, { sequence: at })),
      );
    const before = Date.now();
    await giveNow(lin, first, before);
    await addEntryPicture({ entryId: first, picture: await aDrawing() }, { by, memberId: null });
    // What was pressed before it, and arrives after it, was for the old picture too.
    await giveNow(lin, second, before);
    await addEntryPicture({ entryId: second, picture: await aDrawing() }, { by, memberId: null });
    await giveNow(wu, second, before);
    expect((await replacedFor(lin))?.sort()).toEqual([first, second].sort());
    expect(await replacedFor(wu)).toEqual([second]);
    const page = await loadJudgesPage(db(), eventId, contestId);
    expect(page?.judges.map(({ replaced }) => replaced)).toEqual([[1, 2], [2]]);
    await saveScores(lin, [aScore(first, "idea", 9, { sequence: Date.now() })]);
    expect(await replacedFor(lin)).toEqual([second]);
    const history = await db().judgeScore.count({ where: { judgeId: lin.id } });
    expect(await holdScores(lin, second)).toMatchObject({ ok: true });
    expect(await replacedFor(lin)).toEqual([]);
    expect(await given(lin.id, contestId, second)).toEqual({ idea: 7, colour: 7, care: 7 });
    expect(await db().judgeScore.count({ where: { judgeId: lin.id } })).toBe(history + 3);
  });

  test("what cannot be taken holds up no other: withdrawn, unknown, of the judge's own child", async () => {
    const { contestId, entries } = await aContestWithEntries({
      brackets: ["little", "little", "little"],
    });
    const lin = await aJudge(contestId, "Lin");
    const [own, gone, fine] = entries.map(({ entryId }) => entryId) as [number, number, number];
    await noteConflict({ contestId, judgeId: lin.id, entryId: own }, { by: null });
    await db().contestEntry.update({ where: { id: gone }, data: { state: "withdrawn" } });
    const foreign = await aContestWithEntries({ brackets: ["little"] });
    const saved = await saveScores(lin, [
      aScore(own, "idea", 9),
      aScore(gone, "idea", 9),
      aScore(foreign.entries[0]?.entryId ?? 0, "idea", 9),
      aScore(fine, "speed", 9),
      aScore(fine, "idea", 9),
    ]);
    expect(saved.ok && saved.answers.map(({ outcome }) => outcome)).toEqual([
      "own-child",
      "withdrawn",
      "unknown",
      "unknown",
      "saved",
    ]);
    const sheet = await loadJudgeSheet(db(), lin);
    expect(sheet?.entries.map(({ id, isOwn }) => [id, isOwn]).sort()).toEqual(
      [
        [own, true],
        [fine, false],
      ].sort(),
    );
  });

  test("a form without scripts writes what it changes, after all that was given before it", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    const { entryId } = entries[0] as { entryId: number };
    const ahead = Date.now() + 3_600_000;
    await saveScores(lin, [aScore(entryId, "idea", 3, { sequence: ahead })]);
    const whole = { entryId, values: { idea: 6, care: 2 }, comment: "So lively!" };
    await saveWholeEntry(lin, whole);
    await saveWholeEntry(lin, whole);
    expect(await given(lin.id, contestId, entryId)).toEqual({ idea: 6, care: 2 });
    expect(await db().judgeScore.count({ where: { entryId } })).toBe(4);
  });

  test("history cannot be changed, not even by the program", async () => {
    const { contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
    const lin = await aJudge(contestId, "Lin");
    await giveAll(lin, entries, [5]);
    await expect(db().judgeScore.updateMany({ data: { value: 10 } })).rejects.toThrow();
    await expect(db().judgeScore.deleteMany({ where: { judgeId: lin.id } })).rejects.toThrow();
  });
});

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
