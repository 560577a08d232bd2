import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerArrivedClaims } from "#app/modules/claims/answer-arrived-claims.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { loadClaimOrders } from "#app/modules/claims/load-claim-orders.server.ts";
import { loadClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { loadClaimQueue } from "#app/modules/claims/load-claim-queue.server.ts";
import { lookAfterClaim } from "#app/modules/claims/look-after-claim.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, ordersCome, pointsOf } from "../../support/garage.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aClaim, aClaimant, aClerk, aClub, claimOf, stepsTold } from "./claims-fixtures.ts";

testDatabase();

let clerk: Awaited<ReturnType<typeof aClerk>>;
let member: TestMember;
let plate: string;
let count: number;

beforeAll(aClub);

beforeEach(async () => {
  ({ clerk, member, plate, count } = await aClaimant());
});

describe("who answers", () => {
  test("nobody decides about their own points", async () => {
    const id = await aClaim(member);
    const self = { by: member.id, address: "10.0.0.8" };
    const refused = { ok: false, refusal: "own-claim" };
    expect(await refuseClaim(id, "mine", self)).toEqual(refused);
    expect(await linkOrder(id, 1, self)).toEqual(refused);
    expect(await lookAfterClaim(id, { to: self.by, from: null }, self)).toEqual(refused);
  });

  test("of two who take a claim at once, one has it and the other is told", async () => {
    const id = await aClaim(member);
    const other = await aClerk("顾明");
    const answers = await Promise.all(
      [clerk, other].map((each) => lookAfterClaim(id, { to: each.by, from: null }, each)),
    );
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, refusal: "taken-already" });
  });

  test("a claim is handed over to somebody who may answer it, and to nobody else", async () => {
    const id = await aClaim(member);
    await lookAfterClaim(id, { to: clerk.by, from: null }, clerk);
    const other = await aClerk("顾明");
    const outsider = await aMember();
    const from = clerk.by;
    for (const to of [outsider.id, member.id, 999_999]) {
      expect(await lookAfterClaim(id, { to, from }, clerk)).toEqual({
        ok: false,
        refusal: "cannot-decide",
      });
    }
    expect(await lookAfterClaim(id, { to: other.by, from }, clerk)).toEqual({ ok: true });
    expect((await loadClaimPage(db(), id, clerk.by))?.lookedAfterBy).toEqual({
      id: other.by,
      name: "顾明",
    });
    expect(await db().auditEntry.count({ where: { subject: `claim:${id}` } })).toBe(2);
  });

  test("a refusal carries its reason to the member, and is final", async () => {
    const id = await aClaim(member);
    expect(await refuseClaim(id, "The invoice is of another dealer.", clerk)).toEqual({ ok: true });
    expect(await refuseClaim(id, "again", clerk)).toEqual({
      ok: false,
      refusal: "answered-already",
      state: "refused",
    });
    const [, told] = await stepsTold(member);
    expect(told).toMatchObject({ step: "refused", reason: "The invoice is of another dealer." });
  });

  test("a claim that is not there is said to be none", async () => {
    expect(await refuseClaim(999_999, "none", clerk)).toEqual({
      ok: false,
      refusal: "no-such-claim",
    });
  });
});

describe("an order that comes while its claim is open", () => {
  test("for the member's own car answers the claim by itself", async () => {
    const number = `COMES-${count}`;
    const id = await aClaim(member, { orderNumber: number });
    await ordersCome({ number, plate, on: daysAgo(3), paid: 900 });
    expect(await answerArrivedClaims()).toBe(1);
    expect(await answerArrivedClaims()).toBe(0);
    expect(await claimOf(id)).toMatchObject({ state: "granted", decidedBy: null });
    expect(await stepsTold(member)).toMatchObject([{ step: "filed" }, { points: 90 }]);
    expect(await pointsOf(member)).toMatchObject({ available: 90 });
  });

  test("is not last year's of the same number", async () => {
    const number = `AGAIN-${count}`;
    await ordersCome({ number, plate, on: daysAgo(370), paid: 500 });
    const id = await aClaim(member, { orderNumber: number });
    expect(await answerArrivedClaims()).toBe(0);
    const page = { view: "all", after: null, staffId: clerk.by, limit: 100 } as const;
    const { claims } = await loadClaimQueue(db(), page);
    expect(claims.find((claim) => claim.id === id)).toMatchObject({ arrived: false });
    await ordersCome({ number, plate, on: daysAgo(3), paid: 900 });
    expect(await answerArrivedClaims()).toBe(1);
    const { orderId } = await claimOf(id);
    expect(await db().serviceOrder.findUnique({ where: { id: orderId ?? 0 } })).toMatchObject({
      paidMinor: 90_000,
    });
  });

  test("for nobody's car is said at the top of the queue, and left to the desk", async () => {
    const number = `FLAG-${count}`;
    await aClaim(member, { orderNumber: "NEVER" });
    const id = await aClaim(member, { orderNumber: number });
    await ordersCome({ number, plate: "沪C00009", on: daysAgo(3) });
    expect(await answerArrivedClaims()).toBe(0);
    const page = { view: "all", after: null, staffId: clerk.by, limit: 1 } as const;
    const queue = await loadClaimQueue(db(), page);
    expect(queue.claims[0]).toMatchObject({ id, arrived: true });
    expect(queue.counts.open).toBeGreaterThanOrEqual(2);
    const next = await loadClaimQueue(db(), { ...page, after: queue.next });
    expect(next.claims[0]).toMatchObject({ arrived: false });
  });
});

test("the queue walks through every open claim once, by when they are due", async () => {
  for (let n = 0; n < 3; n++) await aClaim(member, { orderNumber: `WALK-${n}` });
  const ids: number[] = [];
  let after = null as Parameters<typeof loadClaimQueue>[1]["after"];
  do {
    const page = await loadClaimQueue(db(), { view: "all", after, staffId: clerk.by, limit: 2 });
    ids.push(...page.claims.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(await db().pointsClaim.count({ where: { state: "open" } }));
});

test("the orders it may be: its number anywhere, theirs within a week, nobody's on that day", async () => {
  const day = daysAgo(20);
  const at = (number: string) => `${number}-${count}`;
  await ordersCome(
    { number: at("NUMBER"), plate: "沪C00010", on: daysAgo(200), store: "西岸店" },
    { number: at("NEAR"), plate, on: daysAgo(14) },
    { number: at("FAR"), plate, on: daysAgo(40) },
    { number: at("SAMEDAY"), plate: "沪C00011", on: day },
  );
  const id = await aClaim(member, { orderNumber: at("NUMBER"), visitedOn: day });
  const page = await loadClaimPage(db(), id, clerk.by);
  const orders = await loadClaimOrders(db(), page as NonNullable<typeof page>);
  expect(orders.map(({ orderNumber, because, whose }) => [orderNumber, because, whose])).toEqual([
    [at("NUMBER"), "number", "nobody"],
    [at("NEAR"), "car", "theirs"],
    [at("SAMEDAY"), "day", "nobody"],
  ]);
});
