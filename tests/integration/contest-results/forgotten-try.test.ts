import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadOwnResults } from "#app/modules/contest-results/load-own-results.server.ts";
import {
  loadPaper,
  loadPublicResults,
} from "#app/modules/contest-results/load-public-results.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import { loadEntries } from "#app/modules/contests/load-entries.server.ts";
import {
  addAttempt,
  recordAttempt,
  takeBackAttempt,
} from "#app/modules/contests/measure.server.ts";
import { forgetOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import { withdrawEntry } from "#app/modules/contests/settle-entry.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  awardsOf,
  correct,
  keptOf,
  published,
  REASON,
  thePrizes,
  withPrizes,
} from "../../support/contest-results.ts";
import { AT_CONTEST, aBridgeDraft, aContestWithEntries } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, slugOf } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

/** A bridge that four crossed in 9, 10, 11 and 12 seconds, of three tries each; whoever is fifth was not measured. */
async function aBridge() {
  const contest = await aContestWithEntries({
    brackets: ["little", "little", "little", "little", "little"],
    draft: aBridgeDraft(),
    closed: false,
  });
  const { contestId, entries } = contest;
  const organiser = await anOrganiser();
  for (const [at, { entryId }] of entries.slice(0, 4).entries()) {
    const tried = { contestId, entryId, id: randomUUID(), typed: String(9 + at) };
    expect(await recordAttempt(tried, organiser.by)).toMatchObject({ ok: true });
  }
  await withPrizes(contestId, thePrizes());
  await closeEntries(contestId, organiser, AT_CONTEST);
  return { ...contest, organiser };
}
type Bridge = Awaited<ReturnType<typeof aBridge>>;

const REMEMBERED = "It was on the other sheet";

/** Adds a try of an entry, by its number, as its page does. */
const add = (
  { contestId, entries, organiser }: Bridge,
  number: number,
  changes: Partial<Parameters<typeof addAttempt>[0]> = {},
) =>
  addAttempt(
    {
      ...{ contestId, entryId: entries[number - 1]?.entryId ?? 0, id: randomUUID() },
      ...{ typed: "8.5", seen: 1, reason: REMEMBERED, ...changes },
    },
    organiser,
  );

describe("a try that was forgotten", () => {
  test("corrects the ranking that is public: everybody reads why, and prizes follow", async () => {
    const bridge = await aBridge();
    const { contestId, eventId, children } = bridge;
    await published(contestId);
    expect(await keptOf(contestId)).toMatchObject({ isChanged: false });
    expect(await add(bridge, 2)).toEqual({ ok: true, number: 2 });
    expect(await keptOf(contestId)).toMatchObject({
      isChanged: true,
      changes: [
        { number: 1, after: { en: "Stationery box" } },
        { number: 2, after: { en: "Model car" } },
      ],
    });
    expect(await correct(contestId)).toEqual({ ok: true, version: 2 });
    expect((await awardsOf(contestId)).map(({ number, rank }) => [number, rank])).toEqual([
      [1, 2],
      [2, 1],
      [3, 3],
      [4, 3],
    ]);
    const slug = await slugOf(eventId);
    const [result] = (await loadPublicResults(db(), slug))?.results ?? [];
    expect(result?.versions.map(({ reason }) => reason)).toEqual([null, REASON]);
    expect(result?.groups[0]?.places.map(({ number }) => number)).toEqual([2, 1, 3, 4]);
    const before = await loadPublicResults(db(), slug, { contestId, version: 1 });
    expect(before?.results[0]?.groups[0]?.places[0]?.number).toBe(1);
    const paper = (await loadPaper(db(), contestId, 2)) ?? "";
    expect(paper).toContain("\n- 2 10000 8500\n");
    const [child] = children.slice(1);
    const own = await loadOwnResults(db(), child?.registrationId ?? 0, child?.member.memberId ?? 0);
    expect(own?.results).toMatchObject([{ rank: 1, corrected: { reason: REASON } }]);
    const { entries } = await loadEntries(db(), contestId, { after: 1, unsettled: null });
    expect(entries[0]?.attempts.map(({ addedWhy }) => addedWhy)).toEqual([null, REMEMBERED]);
    expect((await verifyLedger(db())).ok).toBe(true);
  });

  test("gives a place to whom nobody had measured", async () => {
    const bridge = await aBridge();
    await published(bridge.contestId);
    expect(await add(bridge, 5, { seen: 0, typed: "13" })).toMatchObject({ ok: true });
    expect(await keptOf(bridge.contestId)).toMatchObject({ isChanged: true, changes: [] });
    expect(await correct(bridge.contestId)).toMatchObject({ ok: true, version: 2 });
    const places = await db().contestPlace.findMany({
      where: { ranking: { contestId: bridge.contestId, version: 2 } },
    });
    expect(places).toHaveLength(5);
  });

  test("that changes no place stands in the paper of a version of its own, once", async () => {
    const bridge = await aBridge();
    const { contestId } = bridge;
    await published(contestId);
    await add(bridge, 4, { typed: "20" });
    expect(await keptOf(contestId)).toMatchObject({ isChanged: true, changes: [] });
    expect(await correct(contestId)).toMatchObject({ ok: true, version: 2 });
    expect(await loadPaper(db(), contestId, 2)).toContain("\n- 4 12000 20000\n");
    expect(await keptOf(contestId)).toMatchObject({ isChanged: false });
    expect(await correct(contestId)).toEqual({ ok: false, refusal: "unchanged" });
  });

  test("is one however often its form is sent, and of two who add it the second is told", async () => {
    const bridge = await aBridge();
    await published(bridge.contestId);
    const id = randomUUID();
    expect(await add(bridge, 2, { id })).toEqual({ ok: true, number: 2 });
    expect(await add(bridge, 2, { id })).toEqual({ ok: true, number: 2 });
    expect(await add(bridge, 3, { id })).toEqual({ ok: false, refusal: "settled" });
    expect(await add(bridge, 2)).toEqual({ ok: false, refusal: "settled" });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => add(bridge, 3)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const audited = {
      action: "contest.attempt-added",
      detail: { path: ["reason"], equals: REMEMBERED },
    };
    const subject = `contest-entry:${bridge.entries[1]?.entryId}`;
    expect(await db().auditEntry.count({ where: { ...audited, subject } })).toBe(1);
  });

  test("is added while entries are closed, and at the table as long as they are open", async () => {
    const bridge = await aBridge();
    expect(await add(bridge, 2)).toMatchObject({ ok: true });
    await db().contest.update({ where: { id: bridge.contestId }, data: { state: "open" } });
    expect(await add(bridge, 3)).toEqual({ ok: false, refusal: "settled" });
  });

  test("is refused where as many were made and taken back as are kept of an entry", async () => {
    const bridge = await aBridge();
    const { contestId, entries, organiser } = bridge;
    const last = { contestId, entryId: entries[0]?.entryId ?? 0 };
    await db().contestAttempt.create({
      data: {
        ...{ id: randomUUID(), entryId: last.entryId, attempt: 99, value: 9_000 },
        ...{ createdBy: organiser.by, takenBackAt: AT_CONTEST, takenBackBy: organiser.by },
        takenBackWhy: "Typed wrongly",
      },
    });
    const full = { ok: false, refusal: "no-more-attempts" };
    expect(await add(bridge, 1, { seen: 2 })).toEqual(full);
    await db().contest.update({ where: { id: contestId }, data: { state: "open" } });
    const tried = { ...last, id: randomUUID(), typed: "9" };
    expect(await recordAttempt(tried, organiser.by)).toEqual(full);
  });

  test("is refused where it cannot be read, where all were made, and of an entry that is out or nobody's", async () => {
    const bridge = await aBridge();
    const { contestId, entries, children, organiser } = bridge;
    const entryId = (at: number) => entries[at]?.entryId ?? 0;
    await published(contestId);
    expect(await add(bridge, 1, { typed: "fast" })).toEqual({ ok: false, refusal: "unreadable" });
    await add(bridge, 1, { typed: "10" });
    await add(bridge, 1, { typed: "11", seen: 2 });
    const fourth = { typed: "12", seen: 3 };
    expect(await add(bridge, 1, fourth)).toEqual({ ok: false, refusal: "no-more-attempts" });
    const [first] = await db().contestAttempt.findMany({ where: { entryId: entryId(0) } });
    const asked = { contestId, attemptId: first?.id ?? "", reason: "Typed wrongly" };
    expect(await takeBackAttempt(asked, organiser)).toBe(true);
    expect(await add(bridge, 1, fourth)).toMatchObject({ ok: true });
    const out = { contestId, entryId: entryId(1), reason: "Did not cross it" };
    expect(await withdrawEntry(out, organiser)).toMatchObject({ ok: true });
    expect(await add(bridge, 2)).toEqual({ ok: false, refusal: "settled" });
    const memberId = children[2]?.member.memberId ?? 0;
    expect(await forgetOwnEntry({ entryId: entryId(2), memberId })).toBe(true);
    expect(await add(bridge, 3)).toEqual({ ok: false, refusal: "settled" });
    expect(await add(bridge, 4, { contestId: 999_999 })).toEqual({ ok: false, refusal: "settled" });
  });
});
