import { beforeAll, describe, expect, test } from "vitest";
import { answerObjection } from "#app/modules/attendance/answer-objection.server.ts";
import { closeEvents } from "#app/modules/attendance/close-events.server.ts";
import { loadObjections } from "#app/modules/attendance/load-objections.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { loadRegistrant } from "#app/modules/parties/load-registrant.server.ts";
import { loadDelays, objectToDelay } from "#app/modules/parties/object-to-delay.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan, aPublishedEvent } from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { allIn, send } from "./marking-fixtures.ts";

testDatabase();

const SOON = new Date("2027-03-18T06:59:59Z");
/** Four days after: no phone has anything more to send. */
const CLOSING = new Date("2027-03-18T07:00:00Z");
/** The end of the ninetieth day after it, in Shanghai. */
const DELAYED_UNTIL = new Date("2027-06-16T16:00:00Z");
const LAST_DELAYED = new Date(DELAYED_UNTIL.getTime() - 1);
/** Whether the member's early access is delayed, at the closing of the event or later. */
const isDelayed = async ({ memberId }: { memberId: number }, at = CLOSING) =>
  (await loadRegistrant(db(), memberId, at)).earlyAccessDelayed;

let staff = { by: 0, address: "10.0.0.9" };
beforeAll(async () => {
  await ensureClub(db());
  staff = { ...staff, by: (await aPerson({ roles: ["events"] })).id };
});

/** An event with a deposit of 200 points at which one family came. */
async function anEventWithGuests() {
  const { eventId } = await aPublishedEvent({
    plan: aPlan({ price: { kind: "deposit", points: 200 } }),
  });
  await send(eventId, allIn(await aParty(eventId, await aMember())));
  return eventId;
}

async function withDeposit(eventId: number) {
  const member = await aSaver(1_000);
  const hold = await holdPoints(
    db(),
    {
      scope: "test",
      key: `deposit/${eventId}/${member.id}`,
      accountId: member.accountId,
      points: 200,
      endsAt: new Date("2027-03-28T07:00:00Z"),
      meta: { for: "deposit", eventId, title: "Tasting" },
    },
    new Date("2027-02-20T00:00:00Z"),
  );
  if (!hold.ok) throw new Error(hold.refusal);
  const party = await aParty(eventId, member, { holdId: BigInt(hold.entryId), points: 200 });
  return { member, party };
}

const pointsOf = ({ accountId }: TestMember, at = CLOSING) => loadBalance(db(), accountId, at);
const outcomeOf = (registrationId: number) =>
  db().attendanceOutcome.findUnique({ where: { registrationId } });
const lettersTo = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { personId: id }, orderBy: { id: "asc" } })).map(
    ({ template }) => template,
  );

describe("a party that did not come", () => {
  test("loses its deposit four days after the event, and registers with everybody for ninety days", async () => {
    const eventId = await anEventWithGuests();
    const { member, party } = await withDeposit(eventId);
    expect(await closeEvents(SOON)).toBe(0);
    expect(await closeEvents(CLOSING)).toBe(1);
    expect(await outcomeOf(party.id)).toMatchObject({ outcome: "no-show", deposit: "kept" });
    expect(await pointsOf(member)).toMatchObject({ available: 800, held: 0 });
    expect(await isDelayed(member, LAST_DELAYED)).toBe(true);
    expect(await isDelayed(member, DELAYED_UNTIL)).toBe(false);
    expect(await lettersTo(member)).toEqual(["early-access-delayed"]);
  });

  test("is closed once, however often and at once it is tried", async () => {
    const eventId = await anEventWithGuests();
    const { member } = await withDeposit(eventId);
    await Promise.all(Array.from({ length: 5 }, () => closeEvents(CLOSING)));
    expect(await closeEvents(CLOSING)).toBe(0);
    expect(await pointsOf(member)).toMatchObject({ available: 800 });
    expect(await lettersTo(member)).toHaveLength(1);
  });

  test("of an event at which nobody checked in is not held against anybody", async () => {
    const { eventId } = await aPublishedEvent();
    const party = await aParty(eventId, await aMember());
    expect(await closeEvents(CLOSING)).toBe(0);
    expect(await outcomeOf(party.id)).toBeNull();
  });

  test("whose marks arrive from a phone before it is closed has come", async () => {
    const eventId = await anEventWithGuests();
    const { member, party } = await withDeposit(eventId);
    await send(eventId, allIn(party), SOON);
    expect(await closeEvents(CLOSING)).toBe(0);
    expect(await pointsOf(member)).toMatchObject({ available: 1_050, held: 0 });
    expect(await isDelayed(member)).toBe(false);
  });
});

describe("an objection", () => {
  async function objected() {
    const eventId = await anEventWithGuests();
    const { member, party } = await withDeposit(eventId);
    await closeEvents(CLOSING);
    const [delay] = await loadDelays(db(), member.memberId, CLOSING);
    const delayId = delay?.id as number;
    const said = { memberId: member.memberId, delayId, words: "Mia was ill." };
    expect(await objectToDelay(db(), said, CLOSING)).toBe(true);
    return { member, party, delayId, said };
  }

  test("is made once, and by nobody else", async () => {
    const { said, delayId } = await objected();
    expect(await objectToDelay(db(), said, CLOSING)).toBe(false);
    const other = await aMember();
    expect(await objectToDelay(db(), { ...said, memberId: other.memberId }, CLOSING)).toBe(false);
    expect((await loadObjections(db())).find(({ id }) => id === delayId)).toMatchObject({
      objection: "Mia was ill.",
      kept: "deposit",
    });
  });

  test("that is granted ends the delay and gives the deposit back, once of two answers", async () => {
    const { member, party, delayId } = await objected();
    const answer = { delayId, answer: "withdrawn", note: "Get well soon" } as const;
    const answers = await Promise.all([
      answerObjection(answer, staff, CLOSING),
      answerObjection(answer, staff, CLOSING),
    ]);
    expect(answers.toSorted()).toEqual([false, true]);
    expect(await isDelayed(member)).toBe(false);
    expect(await pointsOf(member)).toMatchObject({ available: 1_000 });
    expect(await outcomeOf(party.id)).toMatchObject({ outcome: "excused", deposit: "returned" });
    expect(await lettersTo(member)).toEqual(["early-access-delayed", "early-access-answered"]);
  });

  test("that is not granted leaves everything as it was", async () => {
    const { member, delayId } = await objected();
    await answerObjection({ delayId, answer: "stays", note: "" }, staff, CLOSING);
    expect(await isDelayed(member)).toBe(true);
    expect(await pointsOf(member)).toMatchObject({ available: 800 });
    expect((await loadObjections(db())).map(({ id }) => id)).not.toContain(delayId);
  });
});

test("the books are right after all of it", async () => {
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
