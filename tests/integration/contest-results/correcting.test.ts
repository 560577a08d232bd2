import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadOwnResults } from "#app/modules/contest-results/load-own-results.server.ts";
import { loadPublicResults } from "#app/modules/contest-results/load-public-results.server.ts";
import { nameEntry } from "#app/modules/contest-results/name-entry.server.ts";
import { eraseEntries } from "#app/modules/contests/own-entries.server.ts";
import {
  assignEntry,
  restoreEntry,
  withdrawEntry,
} from "#app/modules/contests/settle-entry.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  aJudgedContest,
  awardOf,
  awardsOf,
  balanceOf,
  correct,
  type JudgedContest,
  keptOf,
  published,
  REASON,
  regrade,
  setEntry,
  thePrizes,
} from "../../support/contest-results.ts";
import { aFamily } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, slugOf } from "../../support/events.ts";
import { aGift, shelvesOf } from "../../support/gifts.ts";
import { spend } from "../../support/ledger-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const lettersOf = (contest: JudgedContest, number: number) =>
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
