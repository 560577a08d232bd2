import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadImpactOfEvent } from "#app/modules/impact/load-impact.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { answerImpact } from "#app/routes/impact/parts/impact-request.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import {
  aCount,
  aPlanting,
  cameTo,
  counted,
  pageOf,
  pointsOf,
  TREES,
  treesOf,
} from "../../support/impact.ts";
import { registered } from "../../support/registrations.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

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
  const reason = "x".repeat(REASON_AT_MOST + 1);
  expect(await answered({ reason })).toMatchObject({ refusal: "reasonLong", reason, typed });
  const same = "9".repeat(40);
  expect(await answered({ intent: "same", same })).toMatchObject({
    ...{ refusal: "number", fields: ["same"], same, typed },
  });
  expect(await treesOf(event.eventId)).toBe(0);
  expect(await answered({ reason: "x".repeat(REASON_AT_MOST) })).toBeNull();
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
