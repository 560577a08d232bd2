import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { noteConflict } from "#app/modules/judging/conflicts.server.ts";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { loadJudges } from "#app/modules/judging/load-judging.server.ts";
import { loadJudgesPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { holdScores, saveScores, saveWholeEntry } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aContestWithEntries, aDrawing } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aJudge, aScore, giveAll } from "../../support/judging.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const given = async (judgeId: number, contestId: number, entryId: number) => {
  const [judge] = await loadJudges(db(), contestId, judgeId);
  return judge?.scores.get(entryId);
};

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
