import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { changedPlan } from "../../support/events.ts";
import {
  aCount,
  aPlanting,
  cameTo,
  counted,
  pageOf,
  pointsOf,
  TREES,
} from "../../support/impact.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { aMark, send } from "../attendance/marking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

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
