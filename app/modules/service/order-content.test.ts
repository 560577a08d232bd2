import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { orderContentHash } from "./order-content.ts";
import { type OrderCells, readServiceOrderRow } from "./service-order-row.ts";

const bounds = { time: clubTime("Asia/Shanghai"), before: new Date("2026-11-22T16:00:00Z") };
const written: OrderCells = {
  order_number: "RO260100004",
  store: "湖畔一店",
  settled_at: "2026-01-02",
  vin: "LSVJ2JKA7J1766648",
  plate: "沪EF29686",
  model: "迈腾 330TSI",
  odometer: "111096",
  kind: "首保",
  labour: "135.50",
  parts: "1084.38",
  discount: "",
  paid: "1219.88",
  payment: "支付宝",
  remark: "",
};

function hashOf(change: Partial<OrderCells>): string {
  const reading = readServiceOrderRow({ ...written, ...change }, bounds);
  if (!reading.ok) throw new Error(`rejected: ${reading.reason}`);
  return orderContentHash(reading.order);
}

describe("the same content however it is written", () => {
  test.each<[string, Partial<OrderCells>]>([
    ["a number behind a tab", { order_number: "\tRO260100004" }],
    ["a number as a formula", { order_number: '="RO260100004"' }],
    ["a plate with a dot", { plate: "沪E·F29686" }],
    ["a plate with a space in lower case", { plate: "沪E f29686" }],
    ["a VIN in lower case", { vin: "lsvj2jka7j1766648" }],
    ["thousands separators and a yen sign", { parts: "1,084.38", paid: "￥1,219.88" }],
    ["a discount of nought written out", { discount: "0.00" }],
    ["another spelling of the day", { settled_at: "46024" }],
    ["the time of day as well", { settled_at: "2026-01-02 16:38" }],
    ["another word for the same kind", { kind: "常规保养" }],
    ["another way for the owner to pay", { payment: "现金" }],
    ["a remark that says nothing of corrections", { remark: "客户等候" }],
  ])("%s", (_case, change) => {
    expect(hashOf(change)).toBe(hashOf({}));
  });
});

describe("other content as soon as something matters", () => {
  test.each<[string, Partial<OrderCells>]>([
    ["another number", { order_number: "RO260100005" }],
    ["another store", { store: "湖畔二店" }],
    ["another day", { settled_at: "2026-01-03" }],
    ["another car", { vin: "" }],
    ["another plate", { plate: "沪EF29687" }],
    ["another reading", { odometer: "111097" }],
    ["another kind", { kind: "维修" }],
    ["another amount", { labour: "136.50", paid: "1220.88" }],
    ["amounts put down elsewhere", { labour: "136.50", parts: "1083.38" }],
    ["another payer", { payment: "挂账" }],
    ["the same said as a correction", { remark: "更正" }],
    ["the same said as a cancellation", { remark: "红冲" }],
  ])("%s", (_case, change) => {
    expect(hashOf(change)).not.toBe(hashOf({}));
  });
});
