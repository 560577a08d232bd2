import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { keepPrizes } from "#app/modules/contest-results/keep-prizes.server.ts";
import { loadHonours } from "#app/modules/contest-results/load-honours.server.ts";
import { loadLatestResults } from "#app/modules/contest-results/load-latest-results.server.ts";
import { loadPaper } from "#app/modules/contest-results/load-public-results.server.ts";
import type { PrizeDraft } from "#app/modules/contest-results/prizes.ts";
import { publishRanking } from "#app/modules/contest-results/publish-ranking.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import type { ContestDraft } from "#app/modules/contests/draft.ts";
import { fingerprintOf } from "#app/modules/draws/sequence.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aJudgedContest,
  awardOf,
  awardsOf,
  eventOf,
  keptOf,
  publish,
  published,
  seenOf,
  thePrizes,
  withPrizes,
} from "../../support/contest-results.ts";
import {
  AT_CONTEST,
  aBridgeDraft,
  aContestDay,
  aContestWithEntries,
  aFamily,
  anAwardDraft,
  anEntry,
  anOpenContest,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPublishedEvent } from "../../support/events.ts";
import { aGift, shelvesOf } from "../../support/gifts.ts";
import { aJudge, giveAll } from "../../support/judging.ts";
import { recompute } from "../../support/judging-stranger.mjs";

testDatabase();
beforeAll(() => ensureClub(db()));

const balanceOf = async (accountId: number) => (await loadBalance(db(), accountId)).available;

describe("a ranking that is published", () => {
  test("gives prizes and points to each age group, traceable to the place", async () => {
    const contest = await aJudgedContest();
    const { contestId, children, eventId } = contest;
    expect(await publish(contestId)).toEqual({ ok: true, version: 1 });
    expect(await awardsOf(contestId)).toEqual([
      { number: 1, rank: 1, points: 500, out: false },
      { number: 2, rank: 2, points: 300, out: false },
      { number: 3, rank: 3, points: 200, out: false },
      { number: 4, rank: 2, points: 300, out: false },
      { number: 5, rank: 1, points: 500, out: false },
    ]);
    const winner = children[4]?.member;
    const [entry] = await loadStatement(db(), winner?.accountId ?? 0, { limit: 5 });
    expect(entry).toMatchObject({
      points: 500,
      meta: {
        ...{ for: "contest", contestId, eventId, version: 1, number: 5, prize: 1 },
        ...{ title: "The car as I see it", titleZh: "我眼中的爱车", bracket: "Junior" },
      },
    });
    const letters = await db().mail.findMany({ where: { personId: winner?.id } });
    expect(letters.find(({ template }) => template === "contest-won")?.props).toMatchObject({
      who: children[4]?.name,
      prize: { rank: 1, titleEn: "Model car", points: 500 },
    });
    expect(await loadHonours(db(), eventId)).toContainEqual({
      ...{ registrationPersonId: children[4]?.personId, isErased: false },
      entryId: contest.entries[4]?.entryId,
      ...{ contestId, contest: { en: "The car as I see it", zh: "我眼中的爱车" } },
      bracket: { key: "junior", name: { en: "Junior", zh: expect.any(String) } },
      ...{ rank: 1, award: null },
    });
    expect((await verifyLedger(db())).ok).toBe(true);
  });

  test("leaves a paper from which a stranger comes to the same, without anybody's name", async () => {
    const { contestId, children } = await aJudgedContest({
      brackets: ["little", "little", "little", "little", "little", "junior"],
      values: [6, 9, 6, 6, 2, 7],
    });
    const second = await aJudge(contestId, "Judge Wu");
    const entries = await db().contestEntry.findMany({
      where: { contestId },
      orderBy: { number: "asc" },
    });
    await giveAll(
      second,
      entries.map(({ id }) => ({ entryId: id })),
      [6, 8, 6, 6, 3, 4],
    );
    await published(contestId);
    const paper = (await loadPaper(db(), contestId, 1)) ?? "";
    const seed = /^seed: (.*)$/m.exec(paper)?.[1] ?? "";
    const told = paper
      .split("\n\n")[2]
      ?.trimEnd()
      .split("\n")
      .map((line) => line.split(" "));
    const inOrder = (bracket: string) =>
      told?.filter(([of]) => of === bracket).map(([, , number]) => Number(number));
    expect(recompute(paper, seed)).toEqual({
      little: inOrder("little"),
      junior: inOrder("junior"),
    });
    // Three came equal in everything: the seed told them apart, so that two of them have the third prizes.
    expect(told?.map(([, rank, , , tie]) => [rank, tie])).toEqual([
      ["1", "-"],
      ["2", "draw"],
      ["3", "draw"],
      ["4", "draw"],
      ["5", "-"],
      ["1", "-"],
    ]);
    for (const { name } of children) expect(paper).not.toContain(name);
    expect(paper).not.toContain("Chen");
    const { fingerprint } = await db().contestRanking.findFirstOrThrow({ where: { contestId } });
    expect(fingerprint).toBe(fingerprintOf(paper));
  });

  test("waits for a score that is missing: it is not a zero", async () => {
    const { contestId } = await aJudgedContest({ values: [9, 7, 5, 6] });
    expect(await keptOf(contestId)).toMatchObject({
      missing: { judges: [{ name: "Judge Chen", entries: [5] }] },
      groups: [],
    });
    expect(await publish(contestId)).toEqual({ ok: false, refusal: "incomplete" });
    expect(await db().contestRanking.count({ where: { contestId } })).toBe(0);
  });

  test("is published as it was seen, or looked at again", async () => {
    const { eventId, contestId, judge, entries } = await aJudgedContest();
    const request = { eventId, contestId, seen: await seenOf(contestId), requestKey: randomUUID() };
    await giveAll(judge, entries.slice(2, 3), [10]);
    expect(await publishRanking(request, await anOrganiser())).toEqual({
      ...{ ok: false, refusal: "seen-other" },
    });
    expect(await publish(contestId)).toMatchObject({ ok: true });
  });

  test("of twenty who press at once one has published it, and a retry is the same", async () => {
    const { eventId, contestId, children } = await aJudgedContest();
    const organiser = await anOrganiser();
    const seen = await seenOf(contestId);
    const keys = Array.from({ length: 20 }, () => randomUUID());
    const answers = await Promise.all(
      keys.map((requestKey) => publishRanking({ eventId, contestId, seen, requestKey }, organiser)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "published")).toHaveLength(
      19,
    );
    const first = keys[answers.findIndex(({ ok }) => ok)] as string;
    const again = { eventId, contestId, seen, requestKey: first };
    expect(await publishRanking(again, organiser)).toEqual({ ok: true, version: 1 });
    expect(await db().contestRanking.count({ where: { contestId } })).toBe(1);
    expect(await balanceOf(children[0]?.member.accountId ?? 0)).toBe(500);
  });

  test("of a contest whose entries still come does not exist", async () => {
    const { contestId } = await aContestWithEntries({ closed: false });
    expect(await publish(contestId)).toEqual({ ok: false, refusal: "not-closed" });
    expect(await publish(999_999)).toEqual({ ok: false, refusal: "no-such-contest" });
  });
});

describe("prizes", () => {
  test("of the catalogue are kept on the shelf; who wins when none is left waits for a piece", async () => {
    const gift = await aGift({ pieces: 3 });
    const { contestId } = await aJudgedContest({
      prizes: thePrizes({ variantId: gift.variantId }),
    });
    expect(await keptOf(contestId)).toMatchObject({ short: [{ needed: 8, free: 3 }] });
    await published(contestId);
    expect(await keptOf(contestId)).toMatchObject({ short: [] });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 3 });
    const waiting = await db().contestAward.count({
      where: { entry: { contestId }, waitsForPiece: true },
    });
    expect(waiting).toBe(2);
    expect(await verifyStock(db())).toEqual([]);
  });

  test("are all that there are; fewer entrants leave some with the club", async () => {
    const { contestId } = await aJudgedContest({ brackets: ["little"], values: [3] });
    expect(await keptOf(contestId)).toMatchObject({ inAll: 8, given: 1 });
    await published(contestId);
    expect(await awardsOf(contestId)).toHaveLength(1);
  });

  test("cannot be changed once a ranking is public", async () => {
    const { contestId } = await aJudgedContest();
    const organiser = await anOrganiser();
    const keep = (prizes = thePrizes()) => keepPrizes({ contestId, prizes }, organiser);
    expect(await keep(thePrizes({ rank: 2 }))).toEqual({ ok: false, refusal: "twice" });
    expect(await keep([{ ...thePrizes()[0], variantId: 999_999 } as never])).toEqual({
      ok: false,
      refusal: "no-such-gift",
    });
    expect(await keep(thePrizes({ points: 10 }))).toEqual({ ok: true });
    await published(contestId);
    expect(await keep()).toEqual({ ok: false, refusal: "published" });
    expect((await awardOf(contestId, 1)).points).toBe(10);
  });

  test("bring no points to a family that is not in the club, and that is written down", async () => {
    const contest = await aJudgedContest();
    const { contestId, children } = contest;
    await db().registration.update({
      where: { id: children[0]?.registrationId },
      data: { memberId: null },
    });
    await db().person.update({
      where: { id: children[1]?.member.id },
      data: { closedAt: new Date() },
    });
    await published(contestId);
    expect(await awardOf(contestId, 1)).toMatchObject({ points: 0, noPoints: "not-a-member" });
    expect(await awardOf(contestId, 2)).toMatchObject({ points: 0, noPoints: "left" });
    expect(await awardOf(contestId, 3)).toMatchObject({ points: 200, noPoints: null });
  });
});

test("without pictures the best try wins, and a special award is called as its contest", async () => {
  const plan = aContestDay();
  const event = await aPublishedEvent({ plan });
  const children = [await aFamily(event), await aFamily(event)];
  const organiser = await anOrganiser();
  const closed = async (draft: ContestDraft, prizes: PrizeDraft[]) => {
    const contestId = await anOpenContest(event.eventId, draft);
    const entries = [];
    for (const child of children) entries.push(await anEntry(contestId, child, { picture: false }));
    await withPrizes(contestId, prizes);
    return { contestId, entries };
  };
  const close = (contestId: number) => closeEntries(contestId, organiser, AT_CONTEST);
  const tree = { title: { en: "Potted landscape tree", zh: "盆景" }, variantId: null };
  const one = { bracket: null, rank: 1, count: 1, points: 0 };

  const bridge = await closed(aBridgeDraft(), [{ ...one, ...tree }]);
  await db().contestAttempt.createMany({
    data: [12_400, 9_800].map((value, at) => ({
      ...{ id: randomUUID(), entryId: bridge.entries[at]?.entryId ?? 0, attempt: 1, value },
      createdBy: organiser.by,
    })),
  });
  await close(bridge.contestId);
  await published(bridge.contestId);
  expect(await awardsOf(bridge.contestId)).toMatchObject([{ number: 2, rank: 1, points: 0 }]);
  expect(await loadPaper(db(), bridge.contestId, 1)).toContain("- 1 12400\n- 2 9800\n");

  const book = { title: { en: "A book", zh: "图书" }, variantId: null, points: 50 };
  const award = await closed(anAwardDraft("choice"), [{ ...one, ...book }]);
  await close(award.contestId);
  expect(await publish(award.contestId)).toEqual({ ok: false, refusal: "incomplete" });
  await db().contestChoice.create({
    data: {
      ...{ contestId: award.contestId, entryId: award.entries[0]?.entryId ?? 0 },
      ...{ reasonEn: "Cared", reasonZh: "爱护", createdBy: organiser.by },
    },
  });
  await published(award.contestId);
  expect(await loadHonours(db(), event.eventId)).toMatchObject([
    { contest: { en: "Balance bridge" }, rank: 1, award: null, bracket: null },
    { award: { en: "Little guardian of nature" }, rank: null },
  ]);
});

test("an event is among those with results from its ranking on, and not once it is cancelled", async () => {
  const { contestId } = await aJudgedContest();
  const { eventId } = await eventOf(contestId);
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const slugs = async () => (await loadLatestResults(db())).map((each) => each.slug);
  expect(await slugs()).not.toContain(slug);
  await published(contestId);
  expect((await slugs())[0]).toBe(slug);
  await db().event.update({
    where: { id: eventId },
    data: { state: "cancelled", cancelledAt: new Date(), cancelReason: "Rain" },
  });
  expect(await slugs()).not.toContain(slug);
});
