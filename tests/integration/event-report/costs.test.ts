import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handOver, undoHandOver } from "#app/modules/contest-results/hand-out.server.ts";
import { costForm } from "#app/modules/event-report/forms.ts";
import { keepCost } from "#app/modules/event-report/keep-cost.server.ts";
import { loadEventReport } from "#app/modules/event-report/load-event-report.server.ts";
import { loadReportList } from "#app/modules/event-report/load-report-list.server.ts";
import { reportCsv } from "#app/modules/event-report/report-csv.ts";
import type { LineKey } from "#app/modules/event-report/report-lines.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { aJudgedContest, awardOf, published, thePrizes } from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPlan, aPublishedEvent } from "../../support/events.ts";
import { aGift } from "../../support/gifts.ts";
import { aParty } from "../../support/parties.ts";
import { aMember } from "../../support/people.ts";
import { allIn, send } from "../attendance/marking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const DAY = 86_400_000;
const afterwards = new Date(aPlan().endsAt.getTime() + 40 * DAY);

async function reportOf(eventId: number) {
  const report = await loadEventReport(db(), eventId, afterwards);
  if (!report) throw new Error("There is no such event.");
  return report;
}

async function figure(eventId: number, key: LineKey) {
  const { sections } = await reportOf(eventId);
  const value = sections.flatMap(({ lines }) => lines).find(({ label }) => label === key)?.value;
  if (value?.as === "money") return value.minor;
  return value && "of" in value ? value.of : (value?.as ?? null);
}

const adding = (label: string, amount: number, requestKey: string = randomUUID()) =>
  ({ intent: "add", label, amount, requestKey }) as const;

describe("a cost that somebody types", () => {
  test("is one however often its form comes, also at once, and is in the audit log once", async () => {
    const { eventId } = await aPublishedEvent();
    const actor = await anOrganiser();
    const act = adding("Tents", 120_050);
    const answers = await Promise.all([1, 2, 3].map(() => keepCost(eventId, act, actor)));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect((await reportOf(eventId)).costs).toMatchObject([
      { label: "Tents", amountMinor: 120_050, version: 1, steps: [{ by: "Organiser" }] },
    ]);
    expect(await figure(eventId, "typed")).toBe(120_050);
    const subject = `event:${eventId}`;
    expect(await db().auditEntry.count({ where: { subject, action: "event-cost.noted" } })).toBe(1);
  });

  test("is changed and taken back with its history; who saw it as it was before is told", async () => {
    const { eventId } = await aPublishedEvent();
    const actor = await anOrganiser();
    await keepCost(eventId, adding("Tents", 100_00), actor);
    const [cost] = (await reportOf(eventId)).costs;
    const of = { cost: cost?.id ?? 0, version: 1 };
    const change = { ...of, intent: "change", label: "Tents, chairs", amount: 150_00 } as const;
    expect(await keepCost(eventId, change, actor)).toEqual({ ok: true });
    expect(await keepCost(eventId, change, actor)).toEqual({ ok: true });
    expect(await keepCost(eventId, { ...change, amount: 1 }, actor)).toMatchObject({
      refusal: "changed",
    });
    const takeBack = { ...of, intent: "take-back" } as const;
    expect(await keepCost(eventId, takeBack, actor)).toMatchObject({ refusal: "changed" });
    expect(await keepCost(eventId, { ...takeBack, version: 2 }, actor)).toEqual({ ok: true });
    expect(await keepCost(eventId, { ...takeBack, version: 2 }, actor)).toEqual({ ok: true });
    expect(await keepCost(eventId, { ...change, version: 3 }, actor)).toMatchObject({
      refusal: "changed",
    });
    const report = await reportOf(eventId);
    expect(report.costs[0]).toMatchObject({
      isTakenBack: true,
      steps: [{ amountMinor: 100_00 }, { amountMinor: 150_00 }, { amountMinor: null }],
    });
    expect(await figure(eventId, "net")).toBe(0);
  });

  test("belongs to its event, and to none that is a draft", async () => {
    const [one, other] = [await aPublishedEvent(), await aPublishedEvent()];
    const actor = await anOrganiser();
    await keepCost(one.eventId, adding("Tents", 1), actor);
    const [cost] = (await reportOf(one.eventId)).costs;
    const act = { intent: "take-back", cost: cost?.id ?? 0, version: 1 } as const;
    expect(await keepCost(other.eventId, act, actor)).toMatchObject({ refusal: "no-such-cost" });
    expect(await keepCost(999_999, adding("Tents", 1), actor)).toMatchObject({
      refusal: "no-such-event",
    });
  });

  test("in words that a spreadsheet would run is shown as what it is", async () => {
    const { eventId } = await aPublishedEvent();
    await keepCost(eventId, adding('=HYPERLINK("x")', 500), await anOrganiser());
    const csv = reportCsv(await reportOf(eventId), translator("en"));
    expect(csv).toContain(`"'=HYPERLINK(""x"")",5,CNY,`);
  });

  test.each([
    ["1,200.50", 120_050],
    ["￥49", 4_900],
    ["0", null],
    ["-5", null],
    ["1.005", null],
    ["", null],
    ["9999999999", null],
  ])("typed as %s is read so", (amount, minor) => {
    const form = costForm("CNY").safeParse({ ...adding("x", 1), amount });
    expect(form.success ? "amount" in form.data && form.data.amount : null).toBe(minor);
  });
});

test("money taken is what was paid less what went back or is to go back", async () => {
  const event = await aPublishedEvent();
  const [came, stayed] = [await aMember(), await aMember()];
  const pay = async (member: typeof came, amountMinor: number) => {
    const party = await aParty(event.eventId, member);
    const id = await owePayment(db(), {
      ...{ purpose: "event", reference: party.id, memberId: member.memberId, amountMinor },
      ...{ title: { en: "Lake", zh: "湖" }, currency: "CNY", dueUntil: null },
    });
    await db().payment.update({
      where: { id },
      data: { state: "paid", paidAt: new Date(), method: "stripe", ...RECEIPT(id) },
    });
    return { party, id };
  };
  const paid = await pay(came, 100_00);
  await send(event.eventId, allIn(paid.party));
  await pay(stayed, 40_00);
  expect(await figure(event.eventId, "tickets")).toBe(140_00);
  expect(await figure(event.eventId, "ticketsOfAbsent")).toBe(40_00);
  await db().paymentGivenUp.create({ data: { paymentId: paid.id, amountMinor: 30_00 } });
  expect(await figure(event.eventId, "ticketsOwed")).toBe(-30_00);
  const refund = { paymentId: paid.id, method: "stripe", reason: "test", requestKey: randomUUID() };
  await db().paymentRefund.create({
    data: { ...refund, amountMinor: 10_00, state: "succeeded", settledAt: new Date() },
  });
  expect(await figure(event.eventId, "ticketsBack")).toBe(-10_00);
  expect(await figure(event.eventId, "ticketsOwed")).toBe(-20_00);
  expect(await figure(event.eventId, "tickets")).toBe(110_00);
  expect((await reportOf(event.eventId)).notes).toContainEqual({
    ...{ say: "owed-back", minor: 20_00, currency: "CNY" },
  });
});

const RECEIPT = (number: number) => ({ receiptYear: 2027, receiptNumber: number });

test("a prize of the catalogue costs what its gift does, from when it is handed over until it is back", async () => {
  const { variantId } = await aGift({ costMinor: 60_00 });
  const contest = await aJudgedContest({ prizes: thePrizes({ variantId }) });
  await published(contest.contestId);
  expect(await figure(contest.eventId, "prizes")).toBe(0);
  const award = await awardOf(contest.contestId, 1);
  const actor = await anOrganiser();
  const of = { eventId: contest.eventId, awardId: award.id };
  const at = new Date();
  await handOver(of, actor, at);
  expect(await figure(contest.eventId, "prizes")).toBe(60_00);
  await undoHandOver({ ...of, at, reason: "Torn" }, actor);
  expect(await figure(contest.eventId, "prizes")).toBe(0);
});

test("winners are numbers, and names where the family wants that", async () => {
  const contest = await aJudgedContest();
  await published(contest.contestId);
  const winnersOf = async () =>
    (await reportOf(contest.eventId)).winners.map(({ prize, number, name }) => [
      ...[prize, number, name],
    ]);
  expect(await winnersOf()).toEqual([
    [1, 5, null],
    [2, 4, null],
    [1, 1, null],
    [2, 2, null],
    [3, 3, null],
  ]);
  const [first] = contest.entries;
  const entry = await db().contestEntry.findUniqueOrThrow({ where: { id: first?.entryId ?? 0 } });
  await db().contestName.create({
    data: { entryId: entry.id, namedBy: contest.children[0]?.member.id ?? 0 },
  });
  const named = (await winnersOf()).find(([, number]) => number === 1);
  expect(named?.[2]).toEqual(expect.any(String));
  const personId = entry.registrationPersonId ?? 0;
  await db().registrationPerson.update({ where: { id: personId }, data: { consents: [] } });
  expect((await winnersOf()).find(([, number]) => number === 1)?.[2]).toBeNull();
  expect(await figure(contest.eventId, "contest")).toBe(500 + 300 + 500 + 300 + 200);
});

describe("who is new in the club", () => {
  test("joined from publishing on, and their party came; or as guests by the phone they left", async () => {
    const event = await aPublishedEvent();
    const published = new Date("2027-01-20T04:00:00Z");
    await db().event.update({ where: { id: event.eventId }, data: { publishedAt: published } });
    const joined = async (day: string, phone?: string) => {
      const member = await aMember();
      await db().member.update({
        where: { id: member.memberId },
        data: { joinedOn: new Date(day) },
      });
      if (phone) await db().person.update({ where: { id: member.id }, data: { phone } });
      return member;
    };
    const [before, first, last, late, absent] = [
      await joined("2027-01-19"),
      await joined("2027-01-20"),
      await joined("2027-04-13"),
      await joined("2027-04-14"),
      await joined("2027-02-01"),
    ];
    for (const member of [before, first, last, late]) {
      await send(event.eventId, allIn(await aParty(event.eventId, member)));
    }
    await aParty(event.eventId, absent);
    expect(await figure(event.eventId, "newMembers")).toBe(2);
    const guest = await aParty(event.eventId, null, { source: "walk-in", phone: "139 1234 5678" });
    await send(event.eventId, allIn(guest));
    await joined("2027-03-20", "+8613912345678");
    await joined("2027-03-20", "+8613912345679");
    expect(await figure(event.eventId, "newMembers")).toBe(3);
  });
});

test("the list has each event that is over once, page after page", async () => {
  for (let at = 0; at < 23; at += 1) {
    const endsAt = new Date(Date.UTC(2019, 0, 1 + at));
    const startsAt = new Date(endsAt.getTime() - 3_600_000);
    await aPublishedEvent({ plan: aPlan({ startsAt, endsAt }) });
  }
  const now = new Date("2019-12-31");
  const first = await loadReportList(db(), null, now);
  expect(first.reports).toHaveLength(20);
  const second = await loadReportList(db(), first.next, now);
  expect(second.next).toBeNull();
  const ids = [...first.reports, ...second.reports].map(({ eventId }) => eventId);
  expect(new Set(ids).size).toBe(23);
});
