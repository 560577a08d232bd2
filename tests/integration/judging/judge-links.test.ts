import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  endJudgeLink,
  findJudge,
  handOver,
  makeJudge,
  renameJudge,
  renewJudgeLink,
} from "#app/modules/judging/judge-links.server.ts";
import { JUDGE_CODES, JUDGE_CODES_OF_DAY } from "#app/modules/judging/limits.ts";
import { loadJudges } from "#app/modules/judging/load-judging.server.ts";
import { saveScores } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { resetAttempts } from "#app/platform/rate-limit.server.ts";
import { aBridgeDraft, aContestWithEntries } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aJudge, foundJudge } from "../../support/judging.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

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
