import { beforeEach, describe, expect, test } from "vitest";
import { PERSON_PROOFS } from "#app/modules/garage/limits.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { memberNumberOf } from "#app/modules/person/member-number.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
} from "../../support/imports.ts";
import { anAddress, handIn, join, onTheWayIn } from "./joiners.ts";

freshDatabase();

const day = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const vin = "WBAD25UT0J3095119";
const plate = "粤FHGB4T";
const car = { vin: null, plate, model: null };
const rollPhone = "+8613800000000";
const refused = (refusal: string) => ({ ok: false, refusal });

/** Three visits of a car that is nobody's: one of last month, one of last year, one of another car. */
beforeEach(async () => {
  await bringOrders(
    anExport(
      { number: "WS-1", plate, vin, on: day(30), paid: 1000 },
      { number: "WS-2", plate, vin, on: day(200), paid: 2000 },
      { number: "WS-3", plate: "沪A8K37D", on: day(20), paid: 500 },
    ),
    { bookAt: undefined },
  );
});

test("a car that nobody knows is theirs at once", async () => {
  const unknown = { vin: null, plate: "粤BD12345", model: "帕萨特" };
  const answer = await join({ car: unknown });
  expect(answer.car).toBe("held");
  expect(
    answer.member.cars.map(({ car: { plate, model }, endsAt }) => [plate, model, endsAt]),
  ).toEqual([["粤BD12345", "帕萨特", null]]);
});

test("a car with a history asks for a proof, and until then nobody has joined", async () => {
  const email = anAddress();
  const token = await onTheWayIn(email);
  expect(await handIn(token, { car })).toEqual(refused("needs-proof"));
  expect(await db().person.count({ where: { email } })).toBe(0);
  expect(await db().mail.count({ where: { recipient: email } })).toBe(0);

  const wrong = { car, proof: "invoice", orderNumber: "WS-3" } as const;
  expect(await handIn(token, wrong)).toEqual(refused("proof-does-not-fit"));
  const answer = await handIn(token, { ...wrong, orderNumber: "WS-2" });
  expect(answer).toMatchObject({ ok: true, card: "new", car: "granted" });
});

test("who shows an order number has the history and the points of the last ninety days at once", async () => {
  const { member, car: came } = await join({ car, proof: "invoice", orderNumber: "WS-2" });
  expect(came).toBe("granted");
  const orders = await db().serviceOrder.findMany({ where: { memberId: member.id } });
  expect(orders.map(({ orderNumber }) => orderNumber).sort()).toEqual(["WS-1", "WS-2"]);
  // A hundred for joining, and a hundred for ¥1,000 thirty days ago; the visit last year earns nothing.
  expect(await loadBalance(db(), Number(member.accountId))).toMatchObject({
    available: 200,
    statusPoints: 100,
  });
  await expectSoundBooks();
});

test("without an invoice the desk is asked, and the card is there all the same", async () => {
  const { member, email, ...answer } = await join({ car, proof: "desk" });
  expect(answer).toMatchObject({ card: "new", car: "claimed-open" });
  expect(member.cars).toEqual([]);
  expect(member.carClaims).toMatchObject([{ state: "open" }]);
  const letters = await db().mail.findMany({ where: { recipient: email }, orderBy: { id: "asc" } });
  expect(letters.map(({ template }) => template).sort()).toEqual(["car-claim", "welcome"]);
});

test("or the car waits for another day", async () => {
  const { member, ...answer } = await join({ car, proof: "later" });
  expect(answer).toMatchObject({ card: "new", car: "none" });
  expect([member.cars, member.carClaims]).toEqual([[], []]);
});

test("another's car is answered like one with a history, and its claim goes to the desk", async () => {
  const holder = await join({ car, proof: "invoice", orderNumber: "WS-1" });
  const email = anAddress();
  const token = await onTheWayIn(email);
  expect(await handIn(token, { car })).toEqual(refused("needs-proof"));
  // Even by a number of its invoice: somebody holds the car, and only the desk can say.
  const answer = await handIn(token, { car, proof: "invoice", orderNumber: "WS-2" });
  expect(answer).toMatchObject({ ok: true, card: "new", car: "claimed-open" });
  const held = await db().carHolding.findMany({ where: { endsAt: null } });
  expect(held.map(({ memberId }) => memberId)).toEqual([holder.member.id]);
  expect(await db().serviceOrder.count({ where: { memberId: holder.member.id } })).toBe(2);
});

test("two who join with one car at the same moment: one holds it, the other's card is there as well", async () => {
  const tokens = [await onTheWayIn(), await onTheWayIn()];
  const proof = { car, proof: "invoice", orderNumber: "WS-1" } as const;
  const answers = await Promise.all(tokens.map((token) => handIn(token, proof)));
  expect(answers.map((answer) => answer.ok && answer.car).sort()).toEqual([
    "claimed-open",
    "granted",
  ]);
  expect(await db().carHolding.count()).toBe(1);
  await expectSoundBooks();
});

test("order numbers cannot be tried one after the other, and the other ways stay open", async () => {
  const token = await onTheWayIn();
  const answers = [];
  for (let tries = 0; tries <= PERSON_PROOFS.turns; tries++) {
    answers.push(await handIn(token, { car, proof: "invoice", orderNumber: `WS-${90 + tries}` }));
  }
  expect(answers.at(-1)).toEqual(refused("too-many-tries"));
  expect(await handIn(token, { car, proof: "invoice", orderNumber: "WS-1" })).toEqual(
    refused("too-many-tries"),
  );
  expect(await handIn(token, { car, proof: "desk" })).toMatchObject({ car: "claimed-open" });
});

describe("an owner whom the roll brought without an e-mail", () => {
  const proof = { car, phone: rollPhone, proof: "invoice", orderNumber: "WS-4" } as const;

  beforeEach(async () => {
    await bringRoll(aRoll({ email: "", plate, vin, openings: `640,${day(-200)},,` }), {
      options: { asOf: day(100) },
      bookAt: undefined,
    });
    await bringOrders(anExport({ number: "WS-4", plate, vin, on: day(10), paid: 800 }), {
      bookAt: undefined,
    });
  });
  const onTheRoll = () =>
    db().member.findUniqueOrThrow({
      where: { number: memberNumberOf(1000) },
      include: { person: true },
    });

  test("comes to the card that was made out for them, by phone, car and invoice", async () => {
    const email = anAddress();
    const token = await onTheWayIn(email);
    expect(await handIn(token, { ...proof, proof: null, orderNumber: null })).toEqual(
      refused("needs-proof"),
    );
    const answer = await handIn(token, { ...proof, birthday: { month: 4, day: 30 } });
    expect(answer).toMatchObject({ ok: true, card: "from-the-roll" });
    const { person, ...member } = await onTheRoll();
    expect([person.email, person.name, member.birthMonth]).toEqual([email, "车主0", 4]);
    expect(await db().member.count()).toBe(1);
    expect(await loadBalance(db(), Number(member.accountId))).toMatchObject({ available: 720 });
    const [letter] = await db().mail.findMany({ where: { recipient: email } });
    expect(letter).toMatchObject({ template: "welcome", props: { available: 720 } });
    const audit = await db().auditEntry.findMany({ where: { action: "card.opened-by-proof" } });
    expect(audit).toMatchObject([{ personId: person.id, detail: { memberId: member.id } }]);
  });

  test.each([
    ["another phone", { phone: "+8613900000001" }],
    ["an invoice of another car", { orderNumber: "WS-3" }],
  ])("with %s the desk has to say, and a new card is made out", async (_case, otherwise) => {
    const answer = await handIn(await onTheWayIn(), { ...proof, ...otherwise });
    expect(answer).toMatchObject({ ok: true, card: "new", car: "claimed-open" });
    const { person } = await onTheRoll();
    expect(person.email).toBeNull();
  });

  test.each([
    ["has an e-mail", { email: "holder@marque.test" }],
    ["has a password", { passwordHash: "x" }],
    ["closed it", { closedAt: new Date() }],
  ])("but not to the card of somebody who %s", async (_case, data) => {
    const { personId } = await onTheRoll();
    await db().person.update({ where: { id: personId }, data });
    const answer = await handIn(await onTheWayIn(), proof);
    expect(answer).toMatchObject({ ok: true, card: "new", car: "claimed-open" });
  });

  test("nor by an address that is somebody's already", async () => {
    const email = anAddress();
    const { id } = await db().person.create({ data: { name: "Staff", email } });
    const answer = await handIn(await onTheWayIn(email), proof, id);
    expect(answer).toMatchObject({ ok: true, card: "new", car: "claimed-open" });
  });

  test("and once only: the second with all the proof gets a card of their own", async () => {
    const tokens = [await onTheWayIn(), await onTheWayIn()];
    const answers = await Promise.all(tokens.map((token) => handIn(token, proof)));
    expect(answers.map((answer) => answer.ok && answer.card).sort()).toEqual([
      "from-the-roll",
      "new",
    ]);
    await expectSoundBooks();
  });
});
