import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import {
  loadClubImpact,
  loadImpactOfEvent,
  loadOwnImpact,
  loadUnitTotals,
  sumsOf,
} from "#app/modules/impact/load-impact.server.ts";
import { loadImpactPage } from "#app/modules/impact/load-impact-page.server.ts";
import { keepNewUnit, renameUnit } from "#app/modules/impact-units/keep-impact-unit.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { eraseRegistrations } from "#app/modules/registrations/erase-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { answerImpact } from "#app/routes/impact/parts/impact-request.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, changedPlan } from "../../support/events.ts";
import { aCount, aPlanting, cameTo, counted, TREES, WHILE_PLANTING } from "../../support/impact.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { registered } from "../../support/registrations.ts";

import { aMark, send } from "../attendance/marking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const pageOf = async (eventId: number) => {
  const page = await loadImpactPage(db(), eventId, { name: "", after: 0 });
  if (!page) throw new Error("There is no such event.");
  return page;
};
const treesOf = async (eventId: number) => (await pageOf(eventId)).impact?.amount;
const pointsOf = async ({ accountId }: { accountId: number }) =>
  (await loadBalance(db(), accountId, WHILE_PLANTING)).posted;

describe("what a party planted", () => {
  test("is kept once, with its points, however often it is sent", async () => {
    const event = await aPlanting();
    const { registrationId, member } = await cameTo(event);
    const before = await pointsOf(member);
    const typed = [aCount(registrationId, 30)];
    expect(await counted(event.eventId, typed)).toEqual({ ok: true, changed: 1 });
    expect(await counted(event.eventId, typed)).toEqual({ ok: true, changed: 0 });
    expect(await treesOf(event.eventId)).toBe(30);
    expect((await pointsOf(member)) - before).toBe(30);
    const [entry] = await loadStatement(db(), member.accountId, { limit: 1 });
    expect(entry).toMatchObject({
      points: 30,
      meta: { for: "impact", eventId: event.eventId, amount: 30, pointsPerUnit: 10 },
    });
  });

  test("is corrected with a reason: its points are taken back and given anew", async () => {
    const event = await aPlanting();
    const { registrationId, member } = await cameTo(event);
    const before = await pointsOf(member);
    await counted(event.eventId, [aCount(registrationId, 30)]);
    const seen = { amount: 30, version: 1 };
    const correction = [{ ...aCount(registrationId, 20), seen }];
    expect(await counted(event.eventId, correction)).toEqual({ ok: false, refusal: "reason" });
    const reason = { reason: "One did not take root." };
    expect(await counted(event.eventId, correction, reason)).toEqual({ ok: true, changed: 1 });
    expect((await pointsOf(member)) - before).toBe(20);
    const [given, taken, first] = await loadStatement(db(), member.accountId, { limit: 3 });
    expect([given?.points, taken?.points, first?.points]).toEqual([20, -30, 30]);
    expect(taken?.meta).toEqual({ for: "correction", reason: "count-corrected" });
    const [party] = (await pageOf(event.eventId)).parties;
    expect(party?.counts[0]?.history).toMatchObject([
      { amount: 30, reason: null, by: "Organiser" },
      { amount: 20, reason: reason.reason },
    ]);
    const gone = [{ ...aCount(registrationId, null), seen: { amount: 20, version: 2 } }];
    expect(await counted(event.eventId, gone, { reason: "Not theirs." })).toMatchObject({
      ok: true,
    });
    expect(await pointsOf(member)).toBe(before);
    expect(await treesOf(event.eventId)).toBe(0);
  });

  test("is not written over what a colleague saved meanwhile, and nothing else of that form is kept", async () => {
    const event = await aPlanting();
    const [one, other] = [await cameTo(event), await cameTo(event)];
    await counted(event.eventId, [aCount(one.registrationId, 30)]);
    const late = [aCount(one.registrationId, 50), aCount(other.registrationId, 10)];
    expect(await counted(event.eventId, late)).toEqual({
      ...{ ok: false, refusal: "overtaken", counts: [String(one.registrationId)] },
    });
    expect(await treesOf(event.eventId)).toBe(30);
  });

  // The first counts of an event make what they lock, so that it is several events at which all begin at once.
  test.each([1, 2, 3])(
    "of twenty helpers at once is counted once a party, whichever came first (%i)",
    async () => {
      const event = await aPlanting();
      const parties = [await cameTo(event), await cameTo(event), await cameTo(event)];
      const forms = Array.from({ length: 20 }, (_, at) =>
        counted(event.eventId, [aCount(parties[at % 3]?.registrationId ?? 0, 10 + (at % 2) * 10)]),
      );
      const answers = await Promise.all(forms);
      expect(answers.filter((answer) => answer.ok && answer.changed === 1)).toHaveLength(3);
      const { parties: shown, impact } = await pageOf(event.eventId);
      const sum = shown.reduce((all, { counts }) => all + (counts[0]?.amount ?? 0), 0);
      expect(impact).toMatchObject({ amount: sum, counted: 3 });
      for (const { counts, award } of shown) expect(award?.points).toBe(counts[0]?.amount);
    },
  );

  test("is nothing where they did not come, nor of a stranger's party, nor a part of a tree", async () => {
    const event = await aPlanting();
    const came = await cameTo(event);
    const absent = await registered(event);
    const strange = await cameTo(await aPlanting());
    for (const { registrationId } of [absent, strange]) {
      const answer = await counted(event.eventId, [aCount(registrationId, 10)]);
      expect(answer).toMatchObject({ refusal: "not-come", counts: [String(registrationId)] });
    }
    const half = [aCount(came.registrationId, 15)];
    expect(await counted(event.eventId, half)).toEqual({ ok: false, refusal: "whole-only" });
    const { eventId } = await aPlanting({ impact: null });
    expect(await counted(eventId, [])).toEqual({ ok: false, refusal: "counts-nothing" });
    expect(await counted(999_999, [])).toEqual({ ok: false, refusal: "no-event" });
  });
});

test("a form whose reason is too long, or that says no number, keeps all that was typed", async () => {
  const event = await aPlanting();
  const { registrationId } = await cameTo(event);
  const actor = await anOrganiser();
  const answered = async (changes: Record<string, string>) => {
    const fields = {
      ...{ intent: "save", same: "", reason: "", ...changes },
      ...{ [`count.${registrationId}`]: "3", [`seen.${registrationId}`]: "0:" },
    };
    const back = new URL("http://localhost/admin/events/1/impact");
    const request = new Request(back, { method: "POST", body: new URLSearchParams(fields) });
    const answer = await answerImpact(request, event.eventId, back, actor);
    return "data" in answer ? answer.data : null;
  };
  const typed = { [registrationId]: "3" };
  const reason = "x".repeat(301);
  expect(await answered({ reason })).toMatchObject({ refusal: "reasonLong", reason, typed });
  const same = "9".repeat(40);
  expect(await answered({ intent: "same", same })).toMatchObject({
    ...{ refusal: "number", fields: ["same"], same, typed },
  });
  expect(await treesOf(event.eventId)).toBe(0);
  expect(await answered({ reason: "x".repeat(300) })).toBeNull();
  expect(await treesOf(event.eventId)).toBe(30);
});

describe("the same for all", () => {
  test("is of those who came and are not counted yet, and done again changes nothing", async () => {
    const event = await aPlanting();
    const [one] = [await cameTo(event), await cameTo(event), await cameTo(event)];
    await registered(event);
    await counted(event.eventId, [aCount(one.registrationId, 50)]);
    expect(await counted(event.eventId, { sameForAll: 20 })).toEqual({ ok: true, changed: 2 });
    expect(await counted(event.eventId, { sameForAll: 20 })).toEqual({ ok: true, changed: 0 });
    expect(await treesOf(event.eventId)).toBe(90);
  });

  test("is of the others where some were typed, and of nobody where a colleague was quicker", async () => {
    const event = await aPlanting();
    const [one, other] = [await cameTo(event), await cameTo(event), await cameTo(event)];
    const typed = [aCount(one.registrationId, 50), aCount(other.registrationId, null)];
    expect(await counted(event.eventId, { sameForAll: 20, typed })).toMatchObject({ changed: 3 });
    expect(await treesOf(event.eventId)).toBe(90);
    await cameTo(event);
    const late = [aCount(one.registrationId, 70)];
    expect(await counted(event.eventId, { sameForAll: 20, typed: late })).toMatchObject({
      ...{ refusal: "overtaken", counts: [String(one.registrationId)] },
    });
    expect(await treesOf(event.eventId)).toBe(90);
  });

  test("is of each person where people are counted, and their party's member has the points", async () => {
    const hours = { ...TREES, key: "hours", per: "person" as const, pointsPerUnit: 3 };
    const event = await aPlanting({ impact: hours as typeof TREES });
    const { member, personIds, registrationId } = await cameTo(event, 2);
    const before = await pointsOf(member);
    expect(await counted(event.eventId, { sameForAll: 25 })).toEqual({ ok: true, changed: 2 });
    // Two people, two and a half hours each, three points an hour.
    expect((await pointsOf(member)) - before).toBe(15);
    const { total, of } = await loadImpactOfEvent(db(), event.eventId);
    expect(total).toEqual({ en: "5 hours given", zh: "5 小时志愿服务" });
    expect(of(registrationId, personIds[0])?.en).toBe("2.5 hours given");
    expect(of(registrationId)?.en).toBe("5 hours given");
    expect(of(999_999)).toBeNull();
  });
});

describe("points", () => {
  test("above what one person may give alone are not given, and the page says how many", async () => {
    const event = await aPlanting();
    const { registrationId, member } = await cameTo(event);
    const before = await pointsOf(member);
    await counted(event.eventId, [aCount(registrationId, 600)]);
    expect((await pointsOf(member)) - before).toBe(500);
    const [party] = (await pageOf(event.eventId)).parties;
    expect(party?.award).toEqual({ points: 500, amount: 600, perUnit: 10 });
  });

  test("of one's own family wait until a colleague saves", async () => {
    const event = await aPlanting();
    const helper = await aMember();
    const { registrationId } = await cameTo(event, 1, helper);
    const before = await pointsOf(helper);
    const actor = { by: helper.id, address: "10.0.0.9" };
    await counted(event.eventId, [aCount(registrationId, 30)], { actor });
    expect(await pointsOf(helper)).toBe(before);
    const colleague = { by: (await aPerson({ roles: ["events"] })).id, address: "10.0.0.9" };
    await counted(event.eventId, [], { actor: colleague });
    expect((await pointsOf(helper)) - before).toBe(30);
  });

  test("follow what the event gives for each, once somebody saves", async () => {
    const event = await aPlanting({ impact: TREES && { ...TREES, pointsPerUnit: 0 } });
    const { registrationId, member } = await cameTo(event);
    const before = await pointsOf(member);
    await counted(event.eventId, [aCount(registrationId, 30)]);
    expect(await pointsOf(member)).toBe(before);
    await changedPlan(event, { impact: TREES });
    await counted(event.eventId, []);
    expect((await pointsOf(member)) - before).toBe(30);
  });

  test("go with their count where the check-in was undone, which the page goes on showing", async () => {
    const event = await aPlanting();
    const { eventId } = event;
    const { registrationId, member, personIds } = await cameTo(event);
    const before = await pointsOf(member);
    await counted(eventId, [aCount(registrationId, 30)]);
    const mark = await db().attendanceMark.findFirstOrThrow({ where: { personId: personIds[0] } });
    await send(eventId, [aMark({ kind: "undo", undoes: mark.id })]);
    const { parties, came } = await pageOf(eventId);
    expect(came).toEqual({ parties: 1, people: 1 });
    expect(parties).toMatchObject([
      { registrationId, gone: [expect.stringContaining("Adult")], award: { points: 30 } },
    ]);
    const seen = { amount: 30, version: 1 };
    const more = [{ ...aCount(registrationId, 40), seen }];
    expect(await counted(eventId, more, { reason: "More." })).toMatchObject({
      refusal: "not-come",
    });
    const back = [{ ...aCount(registrationId, null), seen }];
    expect(await counted(eventId, back, { reason: "Not there." })).toMatchObject({ ok: true });
    expect(await pointsOf(member)).toBe(before);
    expect((await pageOf(eventId)).parties).toEqual([]);
  });

  test("go with their count where the event has been changed to count otherwise", async () => {
    const event = await aPlanting();
    const { registrationId, member } = await cameTo(event);
    const before = await pointsOf(member);
    await counted(event.eventId, [aCount(registrationId, 30)]);
    await changedPlan(event, { impact: TREES && { ...TREES, key: "hours", pointsPerUnit: 20 } });
    await counted(event.eventId, []);
    expect((await pointsOf(member)) - before).toBe(30);
    const back = { ...aCount(registrationId, null), seen: { amount: 30, version: 1 } };
    await counted(event.eventId, [back], { reason: "Hours, not trees." });
    expect(await pointsOf(member)).toBe(before);
    const hours = { ...aCount(registrationId, 30), seen: { amount: null, version: 2 } };
    await counted(event.eventId, [hours]);
    expect((await pointsOf(member)) - before).toBe(60);
  });

  test("and all the entries that they are agree with the books", async () => {
    expect((await verifyLedger(db())).ok).toBe(true);
  });
});

describe("what an event counts", () => {
  test("stays what was counted when the event is changed, until all of it is taken back", async () => {
    const event = await aPlanting();
    const { registrationId } = await cameTo(event);
    await counted(event.eventId, [aCount(registrationId, 30)]);
    await changedPlan(event, { impact: TREES && { ...TREES, key: "hours", per: "person" } });
    expect((await pageOf(event.eventId)).impact).toMatchObject({
      ...{ unit: { key: "trees" }, per: "party", isOtherwise: true },
    });
    const back = { ...aCount(registrationId, null), seen: { amount: 30, version: 1 } };
    await counted(event.eventId, [back], { reason: "Hours, not trees." });
    expect((await pageOf(event.eventId)).impact).toMatchObject({
      ...{ unit: { key: "hours" }, per: "person", isOtherwise: false },
    });
  });

  test("is found by the words of an old plan, and what nobody counted before is added once", async () => {
    const old = { unit: { en: "Trees planted", zh: "" }, one: "", key: null };
    const planting = await aPlanting({ impact: TREES && { ...TREES, ...old } });
    expect((await pageOf(planting.eventId)).impact?.unit.key).toBe("trees");
    const words = { unit: { en: "meals cooked", zh: "份热餐" }, one: "meal cooked", key: null };
    for (let each = 0; each < 2; each++) {
      const event = await aPlanting({ impact: TREES && { ...TREES, ...words } });
      const { registrationId } = await cameTo(event);
      await counted(event.eventId, [aCount(registrationId, 10)]);
    }
    const meals = (await loadUnitTotals(db())).filter(({ unit }) => unit.many === "meals cooked");
    expect(meals).toMatchObject([{ amount: 20, events: 2 }]);
  });

  test("has words that nothing else has, which can be changed", async () => {
    const actor = await anOrganiser();
    const beds = { one: "flower bed dug", many: "flower beds dug", zh: "块花圃", wholeOnly: true };
    expect(await keepNewUnit(beds, actor)).toEqual({ ok: true });
    expect(await keepNewUnit(beds, actor)).toEqual({ ok: false, refusal: "taken" });
    const [unit] = (await loadUnitTotals(db())).filter(({ unit }) => unit.many === beds.many);
    const id = unit?.id ?? 0;
    expect(await renameUnit(id, { ...beds, zh: "个花圃" }, actor)).toEqual({ ok: true });
    const trees = { ...beds, many: "trees planted" };
    expect(await renameUnit(id, trees, actor)).toEqual({ ok: false, refusal: "taken" });
    expect(await renameUnit(999_999, beds, actor)).toEqual({ ok: false, refusal: "no-unit" });
  });
});

test("of an event that is cancelled while it goes on nothing is in the club's sums; families keep theirs", async () => {
  const event = await aPlanting();
  const { registrationId, member } = await cameTo(event);
  const trees = async () =>
    [
      (await loadClubImpact(db(), "Asia/Shanghai")).find(({ unit }) => unit.zh === "棵树"),
      (await loadUnitTotals(db())).find(({ unit }) => unit.zh === "棵树"),
    ].map((sum) => sum?.amount ?? 0);
  const before = await trees();
  await counted(event.eventId, [aCount(registrationId, 70)]);
  expect(await trees()).toEqual(before.map((amount) => amount + 70));
  const act = { eventId: event.eventId, reason: "A storm", now: WHILE_PLANTING };
  const actor = await anOrganiser();
  await inRetriedTransaction((tx) => cancelEventIn(tx, act, actor));
  expect(await trees()).toEqual(before);
  expect(await loadOwnImpact(db(), member.memberId)).toMatchObject([{ amount: 70, points: 70 }]);
});

test("a family that leaves takes its name along, and the club's total stays", async () => {
  const event = await aPlanting();
  const { registrationId, member } = await cameTo(event);
  await counted(event.eventId, [aCount(registrationId, 70)]);
  const own = await loadOwnImpact(db(), member.memberId);
  expect(own).toMatchObject([{ registrationId, amount: 70, points: 70 }]);
  expect(sumsOf([...own, ...own])[0]?.amount).toBe(140);
  const clubTrees = async () =>
    (await loadClubImpact(db(), "Asia/Shanghai")).find(({ unit }) => unit.zh === "棵树");
  const before = await clubTrees();
  expect(before).toMatchObject({ since: 2027 });
  const { id: personId, memberId, accountId } = member;
  const leaver = { personId, member: { id: memberId, accountId }, email: null, keptLetter: null };
  await eraseRegistrations(db(), leaver);
  const [party] = (await pageOf(event.eventId)).parties;
  expect(party?.people.map(({ name }) => name)).toEqual(["—"]);
  expect(await clubTrees()).toEqual(before);
});
