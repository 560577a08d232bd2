import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  giveUpPrize,
  handOver,
  settleAwaited,
  undoHandOver,
} from "#app/modules/contest-results/hand-out.server.ts";
import { loadHandOut } from "#app/modules/contest-results/load-hand-out.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aJudgedContest,
  awardOf,
  correct,
  published,
  regrade,
} from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const OWN = { ok: false, refusal: "own" };
const reason = "A mistake";
const AT = new Date("2026-12-28T02:00:00Z");

test("what one's own child won is handed over, taken back and settled by a colleague", async () => {
  const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 8] });
  await published(contest.contestId);
  const { id: awardId } = await awardOf(contest.contestId, 1);
  const of = { eventId: contest.eventId, awardId };
  const parent = contest.children[0]?.member;
  if (!parent) throw new Error("There is no child.");
  const grandparent = await aMember();
  for (const { id } of [parent, grandparent]) {
    await db().person.update({ where: { id }, data: { phone: "+8613900000009" } });
  }
  const colleague = await anOrganiser();
  for (const { id } of [parent, grandparent]) {
    const self = { by: id, address: "10.0.0.7" };
    const seen = (await loadHandOut(db(), contest.eventId, id)).flatMap(({ prizes }) => prizes);
    expect(seen.map(({ number, isOwn }) => [number, isOwn])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await handOver(of, self)).toEqual(OWN);
    expect(await giveUpPrize({ ...of, reason }, self)).toEqual(OWN);
    expect(await handOver(of, colleague, AT)).toEqual({ ok: true });
    expect(await undoHandOver({ ...of, at: AT, reason }, self)).toEqual(OWN);
    expect(await undoHandOver({ ...of, at: AT, reason }, colleague)).toEqual({ ok: true });
  }
  // Another child has won it since: whether the family keeps it is not the family's to say.
  await handOver(of, colleague);
  await regrade(contest, 2, 10);
  await correct(contest.contestId, { back: [awardId] });
  const self = { by: parent.id, address: "10.0.0.7" };
  expect(await settleAwaited({ ...of, after: "kept" }, self)).toEqual(OWN);
  expect(await settleAwaited({ ...of, after: "kept" }, colleague)).toEqual({ ok: true });
});
