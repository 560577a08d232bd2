import { beforeAll, expect, test } from "vitest";
import { addDays } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { anApiKey, anApiOrder, balanceFromApi, sendToApi } from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { bringOrders, bringRoll } from "../../support/imports.ts";
import { demoTime } from "../../support/memory-club.ts";

testDatabase();

const member = "M00010009";
const roll = Buffer.from(
  "member_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model,opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2\n" +
    `${member},杜建,18806480894,owner@marque.test,silver,home,2021-10-02,2021-10-02,,WBAD25UT0J3095119,鄂GD39099,雅阁,,,,\n`,
);

/** Of yesterday, so that what it earns can be spent and counts towards gold; a test changes what it is about. */
const yesterday = addDays(demoTime.dayOf(new Date()), -1);
const aRecentOrder = (changes: Record<string, unknown> = {}) =>
  anApiOrder({ settled_at: yesterday, ...changes });

let keys: { both: string; orders: string };
beforeAll(async () => {
  await bringRoll(roll);
  keys = {
    both: await anApiKey("orders:write", "balance:read"),
    orders: await anApiKey("orders:write"),
  };
});

test("an order sent over the API earns at once", async () => {
  const response = await sendToApi(aRecentOrder(), { key: keys.both });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    outcome: "new",
    store: "湖畔一店",
    order_number: "RO2611210001",
    member_number: member,
    points: 128,
    pending: false,
    notes: [],
  });
  expect(response.headers.get("RateLimit-Policy")).toBe('"api";q=600;w=60');
  expect(response.headers.get("RateLimit")).toMatch(/^"api";r=599;t=\d+$/);
  const balance = await balanceFromApi(member, { key: keys.both });
  expect(await balance.json()).toMatchObject({ available: 128, status_points_12m: 128 });
});

test("the same order again is unchanged, a correction judges it anew, a cancellation takes it back", async () => {
  const send = async (changes: Record<string, unknown>) =>
    (await sendToApi(aRecentOrder(changes), { key: keys.both })).json();
  expect(await send({})).toMatchObject({
    outcome: "unchanged",
    member_number: member,
    points: 0,
    pending: false,
  });
  expect(
    await send({ record: "correction", parts_minor: 90_000, paid_minor: 138_600 }),
  ).toMatchObject({ outcome: "corrected", points: 10 });
  expect(await send({ record: "cancellation" })).toMatchObject({
    outcome: "reversed",
    member_number: member,
    points: -138,
  });
  expect(await send({ record: "correction", parts_minor: 1, paid_minor: 48_601 })).toMatchObject({
    outcome: "unchanged",
    notes: ["order-cancelled"],
  });
});

test("an order on account sent again is still its member's, and still pending", async () => {
  const order = anApiOrder({ order_number: "RO-ON-ACCOUNT", payer: "on-account" });
  const standing = { member_number: member, pending: true };
  const send = async (changes = {}) =>
    (await sendToApi({ ...order, ...changes }, { key: keys.both })).json();
  expect(await send()).toMatchObject({ outcome: "new", ...standing, points: 128 });
  expect(await send()).toMatchObject({ outcome: "unchanged", ...standing, points: 0 });
  expect(await send({ record: "cancellation" })).toMatchObject({
    outcome: "reversed",
    member_number: member,
    pending: false,
    points: -128,
  });
});

test("twenty requests with one key at one moment are one effect and twenty equal answers", async () => {
  const headers = { "Idempotency-Key": "at-one-moment" };
  const order = anApiOrder({ order_number: "RO-CONCURRENT" });
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => sendToApi(order, { key: keys.both, headers })),
  );
  const answers = await Promise.all(responses.map((response) => response.json()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ outcome: "new", points: 128 });
  expect(
    responses.filter((response) => response.headers.get("Idempotency-Replayed") === "true"),
  ).toHaveLength(19);
  expect(await db().serviceOrder.count({ where: { orderNumber: "RO-CONCURRENT" } })).toBe(1);
});

test("twenty keys for one order at one moment are one award", async () => {
  const order = anApiOrder({ order_number: "RO-RACE" });
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => sendToApi(order, { key: keys.both })),
  );
  expect(responses.map((response) => response.status)).toEqual(Array(20).fill(200));
  const answers = await Promise.all(responses.map((response) => response.json()));
  expect(answers.filter(({ outcome }) => outcome === "new")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(19);
});

test("a key used again for another body is refused, and nothing is done", async () => {
  const headers = { "Idempotency-Key": "used-again" };
  await sendToApi(anApiOrder({ order_number: "RO-A" }), { key: keys.both, headers });
  const response = await sendToApi(anApiOrder({ order_number: "RO-B" }), {
    key: keys.both,
    headers,
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    type: "urn:marque:problem:idempotency-key-reused",
  });
  expect(await db().serviceOrder.count({ where: { orderNumber: "RO-B" } })).toBe(0);
});

test("keys of two clients are two keys", async () => {
  const headers = { "Idempotency-Key": "used-again" };
  const response = await sendToApi(anApiOrder({ order_number: "RO-C" }), {
    key: keys.orders,
    headers,
  });
  expect(response.status).toBe(200);
});

test("an order that was refused may come corrected under the same key", async () => {
  const headers = { "Idempotency-Key": "mended" };
  const wrong = await sendToApi(anApiOrder({ order_number: "RO-D", paid_minor: 1 }), {
    key: keys.both,
    headers,
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({
    type: "urn:marque:problem:order-rejected",
    reason: "amount_mismatch",
  });
  const right = await sendToApi(anApiOrder({ order_number: "RO-D" }), { key: keys.both, headers });
  expect(right.status).toBe(200);
});

test("an order of today is taken, one of the first instant of tomorrow is not", async () => {
  const today = demoTime.dayOf(new Date());
  const send = (number: string, settled_at: string) =>
    sendToApi(anApiOrder({ order_number: number, settled_at }), { key: keys.orders });
  expect((await send("RO-TODAY", today)).status).toBe(200);
  const refused = await send("RO-TOMORROW", addDays(today, 1));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ reason: "bad_date" });
});

test("an order that came in the export is unchanged over the API", async () => {
  await bringOrders(
    Buffer.from(
      "工单号,门店,结算日期,车架号,车牌号,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,备注\n" +
        "RO-FILE,湖畔一店,2026-11-20,WBAD25UT0J3095119,,1000,保养,500.00,800.00,14.00,1286.00,微信,\n",
    ),
  );
  const response = await sendToApi(anApiOrder({ order_number: "RO-FILE", odometer_km: 1000 }), {
    key: keys.both,
  });
  expect(await response.json()).toMatchObject({ outcome: "unchanged", points: 0 });
});

test("another car's number on the same day is refused by name, and waits for an answer of the club's", async () => {
  const theirs = anApiOrder({ order_number: "RO-DOUBT" });
  await sendToApi(theirs, { key: keys.both });
  const another = anApiOrder({ order_number: "RO-DOUBT", vin: null, plate: "京Z99999" });
  for (const _try of [1, 2]) {
    const response = await sendToApi(another, { key: keys.both });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ reason: "number_of_another_car" });
  }
  expect(
    await db().orderRowWaiting.count({ where: { orderNumber: "RO-DOUBT", importId: null } }),
  ).toBe(1);
});
