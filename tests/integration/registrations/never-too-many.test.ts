import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { takenOf } from "#app/modules/events/places.ts";
import {
  type PackedPlaceFacts,
  placeFacts,
  readPlaceFacts,
} from "#app/modules/events/places-sql.server.ts";
import { type EventPlan, writePlan } from "#app/modules/events/plan.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { moneyOf } from "#app/modules/registrations/charge-money.server.ts";
import { endUnpaid } from "#app/modules/registrations/end-unpaid.server.ts";
import { eventPayable } from "#app/modules/registrations/event-payable.server.ts";
import { leaveLine } from "#app/modules/registrations/leave-line.server.ts";
import { letInOver } from "#app/modules/registrations/let-in-over.server.ts";
import { tendLines } from "#app/modules/registrations/tend-lines.server.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { MOST_PASSED, moveLine } from "#app/modules/seats/waitlist.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aContestPlan,
  aLimit,
  aPublishedEvent,
  EVENT_STARTS,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver, aStore } from "../../support/gifts.ts";
import { aPerson, type TestMember } from "../../support/people.ts";
import { aChild, anAdult, aParty, change, register } from "../../support/registrations.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();
const POINTS = 5_000;
const PRICE = 10;
const counter = { clerk: 0, storeId: 0 };
beforeAll(async () => {
  await ensureClub(db());
  counter.clerk = (await aPerson({ roles: ["desk"] })).id;
  counter.storeId = await aStore();
});

const PRICES = {
  points: { kind: "points", points: PRICE, per: "person" },
  money: { kind: "money", minor: PRICE, currency: "CNY", per: "person" },
} as const;

const planOf = (people: number, little: number, paid: keyof typeof PRICES): EventPlan =>
  aContestPlan({
    limits: [
      aLimit({ most: people }),
      aLimit({ key: "little", unit: "children", bracket: "little", most: little }),
      aLimit({ key: "parties", unit: "parties", most: 4 }),
    ],
    price: PRICES[paid],
    // Whoever leaves has what was paid for them back, whenever that is.
    freeUntil: EVENT_STARTS,
  });

/** What can happen to an event, by whoever it happens to. */
const step = fc.record({
  who: fc.nat(5),
  what: fc.constantFrom(
    "register",
    "register",
    "register",
    "yes",
    "yes",
    "yes-fewer",
    "no",
    "cancel",
    "leave",
    "clock",
    "capacity",
    "let-in",
    "join",
    "join",
    "part",
    "pay",
    "pay",
  ),
  adults: fc.integer({ min: 1, max: 2 }),
  children: fc.integer({ min: 1, max: 3 }),
  fewer: fc.boolean(),
  people: fc.integer({ min: 3, max: 9 }),
  little: fc.integer({ min: 1, max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Run = {
  eventId: number;
  plan: EventPlan;
  now: Date;
  members: TestMember[];
  paid: keyof typeof PRICES;
};

async function act(run: Run, { who, what, ...given }: Step): Promise<void> {
  const { eventId, now, members } = run;
  const member = members[who] as TestMember;
  const party = await db().registration.findFirst({
    where: { eventId, memberId: member.memberId, state: { in: ["registered", "waiting"] } },
    include: {
      entries: { where: { state: "open" }, include: { offers: { where: { state: "open" } } } },
    },
  });
  const about = {
    registrationId: party?.id ?? 0,
    memberId: member.memberId,
    by: member.id,
    now,
  };
  if (what === "register") {
    const inFewer = (at: number) => given.fewer && at < 1;
    const people = [
      ...Array.from({ length: given.adults }, (_, at) =>
        anAdult({ isMember: at === 0, inFewer: inFewer(at) }),
      ),
      ...Array.from({ length: given.children }, (_, at) => aChild({ inFewer: inFewer(at) })),
    ];
    await register({ eventId }, member, { party: aParty({ people }), now });
  } else if (what === "capacity") {
    run.plan = planOf(given.people, given.little, run.paid);
    await changePublishedEvent(eventId, (tx) => giveLimits(tx, run), now);
  } else if (what === "clock") {
    run.now = new Date(now.getTime() + given.people * 3 * 3600_000);
    await tendLines(run.now);
    await endUnpaid(run.now);
  } else if (!party) return;
  else if (what === "cancel") await cancelRegistration({ ...about, reason: null });
  else if (what === "join") {
    const ifFull = given.fewer ? "wait" : "refuse";
    const and = given.children > 1 ? [aChild()] : [anAdult()];
    await change({ ...about, member }, { and }, { now, ifFull });
  } else if (what === "part") {
    await change({ ...about, member }, { without: [given.children] }, { now });
  } else if (what === "pay") await pay(party.id);
  else if (what === "leave") await leaveLine(about);
  else if (what === "let-in") {
    await letInOver(
      { registrationId: party.id, reason: "Known", now },
      { by: member.id, address: "10.0.0.1" },
    );
  } else {
    const offerId = party.entries[0]?.offers[0]?.id ?? 0;
    await answerOffer({ ...about, offerId, answer: what });
  }
}

/** Pays at the counter what a party owes, where it owes anything. */
async function pay(registrationId: number): Promise<void> {
  const { owed } = await moneyOf(db(), registrationId);
  if (!owed) return;
  const taken = {
    paymentId: owed.id,
    amountMinor: owed.amountMinor,
    method: "cash",
    receiptNumber: `K-${owed.id}`,
    storeId: counter.storeId,
    requestKey: randomUUID(),
  } as const;
  const by = { by: counter.clerk, address: "10.0.0.1" };
  expect(await recordAtCounter(taken, by, [eventPayable])).toMatchObject({ ok: true });
}

const giveLimits = async (tx: Db, { eventId, plan }: Pick<Run, "eventId" | "plan">) => {
  const { version } = await tx.event.update({
    where: { id: eventId },
    data: { plan: writePlan(plan), version: { increment: 1 } },
  });
  await tx.eventVersion.create({ data: { eventId, version, plan: writePlan(plan) } });
  return { ok: true };
};

/** Whatever happened: nobody is lost, everybody has paid for what they have, and the line has been along. */
async function holds({ eventId, plan, now, members }: Run): Promise<void> {
  const parties = await db().registration.findMany({
    where: { eventId },
    include: { people: true, entries: { where: { state: "open" } } },
  });
  const paid = new Map<number, number>();
  for (const { id, state, people, entries, points, moneyMinor, memberId } of parties) {
    const coming = people.filter((each) => each.state === "coming").length;
    const waiting = people.filter((each) => each.state === "waiting").length;
    expect(entries.length).toBe(waiting > 0 ? 1 : 0);
    const isThere = coming > 0 ? "registered" : waiting > 0 ? "waiting" : "ended";
    expect(["registered", "waiting"].includes(state) ? state : "ended").toBe(isThere);
    for (const { passed } of entries) expect(passed).toBeLessThanOrEqual(MOST_PASSED);
    const money = await moneyOf(db(), id);
    const owedMinor = money.owed?.amountMinor ?? 0;
    // All of its money goes back, and nothing is owed of what is over.
    if (state !== "registered") expect([money.paidMinor, owedMinor]).toEqual([0, 0]);
    if (state !== "registered") continue;
    expect(moneyMinor).toBe(money.paidMinor + owedMinor);
    expect(points + moneyMinor).toBe(coming * PRICE);
    // Exactly those wait for a second payment for whom the others have not paid.
    const unpaid = people.filter((each) => each.state === "coming" && each.paymentId !== null);
    expect(unpaid.length * PRICE).toBe(money.paidMinor > 0 ? owedMinor : 0);
    paid.set(memberId ?? 0, points);
  }
  for (const { memberId, accountId } of members) {
    const { available } = await loadBalance(db(), accountId, now);
    expect(available).toBe(POINTS - (paid.get(memberId) ?? 0));
  }
  const line = lineOf(await loadLine(db(), eventId));
  const taken = await loadTaken(db(), eventId, plan.limits);
  // What pages count without the lock is what is counted within it.
  const [shown] = await db().$queryRaw<[{ facts: PackedPlaceFacts }]>`
    select ${placeFacts(Prisma.sql`${eventId}::int`)} as facts`;
  expect(takenOf(plan.limits, readPlaceFacts(shown.facts))).toEqual(taken);
  const hour = (now.getUTCHours() + 8) % 24;
  if (hour >= 9 && hour < 21) expect(moveLine(plan.limits, taken, line).offers).toEqual([]);
}

test.each(["points", "money"] as const)(
  "whatever happens to an event (%s), there are never more than it has places for, and nobody is lost",
  async (price) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const plan = planOf(6, 2, price);
        const { eventId } = await aPublishedEvent({ plan });
        const members = await Promise.all(Array.from({ length: 6 }, () => aSaver(POINTS)));
        const run: Run = { eventId, plan, now: WHILE_OPEN, members, paid: price };
        let before = await loadTaken(db(), eventId, plan.limits);
        for (const each of steps) {
          await act(run, each);
          const after = await loadTaken(db(), eventId, run.plan.limits);
          for (const { key, most } of run.plan.limits) {
            const [was, is] = [before.get(key) ?? 0, after.get(key) ?? 0];
            // Over capacity it goes only where it was lowered, or where somebody was let in by name and reason.
            if (is > most && each.what !== "let-in")
              expect(is, `${key} ${each.what}`).toBeLessThanOrEqual(was);
          }
          await holds(run);
          before = after;
        }
      }),
      { numRuns: sized({ full: 20, quick: 3 }), endOnFailure: true },
    );
  },
);

test("a rush for the last places while their number is edited is exact, in order, and nobody is turned away by a deadlock", async () => {
  const parties = sized({ full: 200, quick: 60 });
  const places = sized({ full: 60, quick: 20 });
  const plan = aContestPlan({
    limits: [aLimit({ most: places })],
    brackets: [],
    party: { ...aContestPlan().party, childrenMin: 0 },
  });
  const { eventId } = await aPublishedEvent({ plan });
  const rush = await Promise.all(Array.from({ length: parties }, () => aSaver(0)));
  const edit = async (most: number) => {
    const run = { eventId, plan: { ...plan, limits: [aLimit({ most })] } };
    return changePublishedEvent(eventId, (tx) => giveLimits(tx, run), WHILE_OPEN);
  };
  const edits = (async () => {
    for (const most of [places - 9, places, places - 5, places]) await edit(most);
  })();
  const answers = await Promise.all(rush.map((member) => register({ eventId }, member)));
  await edits;
  expect(answers.filter(({ ok }) => ok)).toHaveLength(parties);
  const taken = await loadTaken(db(), eventId, plan.limits);
  expect(taken.get("people")).toBe(places);
  const line = await loadLine(db(), eventId);
  const offered = line.filter(({ offer }) => offer !== null);
  expect(offered).toEqual(line.slice(0, offered.length));
  const coming = answers.filter((answer) => answer.ok && answer.state === "registered");
  expect(coming.length + offered.length).toBe(places);
});
