import { expect, test } from "vitest";
import { VisitForm } from "./visit-form.ts";

const typed = {
  requestKey: "8b0ff6b6-7b70-4ae3-9c2b-3a0f7e0a4f53",
  store: "1",
  day: "2026-11-21",
};
const invoice = {
  ...typed,
  settled: "on",
  car: "7",
  orderNumber: "ro 1",
  kind: "maintenance",
  payer: "owner",
  paid: "1,286.00",
};

const errors = (fields: Record<string, string>) => {
  const form = VisitForm.safeParse(fields);
  return form.success
    ? []
    : form.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

test("a visit needs a store and a day; the rest is read as people write it", () => {
  expect(
    VisitForm.parse({ ...typed, odometer: "42,000 km", orderNumber: " ro 12 " }),
  ).toMatchObject({
    store: 1,
    day: "2026-11-21",
    odometer: 42_000,
    orderNumber: "RO12",
    car: null,
    paid: null,
  });
});

test("a settled invoice names its order, car, work, payer and sum", () => {
  expect(VisitForm.parse(invoice)).toMatchObject({ paid: 128_600, orderNumber: "RO1" });
  expect(errors({ ...typed, settled: "on" })).toEqual([
    "orderNumber desk.visit.error.orderNumberNeeded",
    "car desk.visit.error.carNeeded",
    "kind desk.visit.error.kindNeeded",
    "payer desk.visit.error.payerNeeded",
    "paid desk.visit.error.paidNeeded",
  ]);
});

test.each([
  ["-1", "paid desk.visit.error.amount"],
  ["−0.01", "paid desk.visit.error.amount"],
  ["a lot", "paid desk.visit.error.amount"],
  ["99999999999", "paid desk.visit.error.amount"],
])("%s is no sum that was paid", (paid, error) => {
  expect(errors({ ...invoice, paid })).toContain(error);
});

test("parts that are given have to come to the sum, to the last fen", () => {
  const items = { labour: "300", parts: "1000", discount: "14" };
  expect(errors({ ...invoice, ...items })).toEqual([]);
  expect(errors({ ...invoice, ...items, discount: "14.01" })).toEqual([
    "paid desk.visit.error.sum",
  ]);
  // The cashier may have rounded down.
  expect(errors({ ...invoice, ...items, discount: "13.50" })).toEqual([]);
});

test.each([
  ["2026-02-29", "day desk.visit.error.day"],
  ["21.11.2026", "day desk.visit.error.day"],
  ["", "day desk.visit.error.day"],
])("%s is no day", (day, error) => {
  expect(errors({ ...typed, day })).toContain(error);
});

test("odometers beyond any car's and a form without its key are told so", () => {
  expect(errors({ ...typed, odometer: "2000001" })).toEqual(["odometer desk.visit.error.odometer"]);
  expect(errors({ ...typed, requestKey: "x" })).toEqual(["requestKey desk.visit.error.stale"]);
});
