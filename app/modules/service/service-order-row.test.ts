import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { type OrderCells, readServiceOrderRow } from "./service-order-row.ts";

const bounds = { time: clubTime("Asia/Shanghai"), before: new Date("2026-11-22T16:00:00Z") };

function cells(change: Partial<OrderCells> = {}): OrderCells {
  return {
    order_number: "RO260100004",
    store: "湖畔一店",
    settled_at: "2026-01-02 16:38",
    vin: "LSVJ2JKA7J1766648",
    plate: "沪E f29686",
    model: "迈腾 330TSI",
    odometer: "111096",
    kind: "首保",
    labour: "135.50",
    parts: "1,084.38",
    discount: "",
    paid: "￥1219.88",
    payment: "支付宝",
    remark: "",
    ...change,
  };
}

function orderOf(change: Partial<OrderCells>) {
  const reading = readServiceOrderRow(cells(change), bounds);
  if (!reading.ok) throw new Error(`rejected: ${reading.reason}`);
  return reading;
}

test("a row becomes an order with everything in one spelling", () => {
  expect(readServiceOrderRow(cells(), bounds)).toEqual({
    ok: true,
    flags: [],
    order: {
      store: "湖畔一店",
      number: "RO260100004",
      rowKind: "order",
      settledAt: new Date("2026-01-02T08:38:00Z"),
      settledDay: "2026-01-02",
      vin: "LSVJ2JKA7J1766648",
      plate: "沪EF29686",
      model: "迈腾 330TSI",
      odometerKm: 111096,
      kind: "maintenance",
      labour: 13550,
      parts: 108438,
      discount: 0,
      paid: 121988,
      payer: "owner",
    },
  });
});

describe("a row is rejected for one reason", () => {
  test.each([
    ["with a number in powers of ten", { order_number: "2.02601E+11" }, "order_number_lost_digits"],
    ["without a number", { order_number: "\t" }, "missing_order_number"],
    ["without a store, which is half of the identity", { store: "" }, "missing_order_number"],
    ["with a word for a date", { settled_at: "待定" }, "bad_date"],
    ["with a day that does not exist", { settled_at: "2026-13-40" }, "bad_date"],
    ["settled in a far future", { settled_at: "2062-01-02" }, "bad_date"],
    ["with a word for an amount", { paid: "abc" }, "bad_amount"],
    ["with nothing paid written", { paid: "" }, "bad_amount"],
    ["with a broken discount", { discount: "1.2.3" }, "bad_amount"],
    ["with a sum one fen off", { paid: "1219.89" }, "amount_mismatch"],
    ["with a discount that was not taken off", { discount: "10.00" }, "amount_mismatch"],
    ["of an unknown kind", { kind: "试驾" }, "unknown_type"],
    ["without a car", { vin: "", plate: "" }, "no_vehicle"],
    ["with a wrong VIN and no plate", { vin: "LSVJ2JKA7J1766649", plate: "" }, "no_vehicle"],
  ])("%s", (_case, change, reason) => {
    expect(readServiceOrderRow(cells(change), bounds)).toMatchObject({ ok: false, reason });
  });

  test("and for the first, where there are several", () => {
    const wrongs: [Partial<OrderCells>, string][] = [
      [{ vin: "", plate: "" }, "no_vehicle"],
      [{ kind: "试驾" }, "unknown_type"],
      [{ parts: "1.00" }, "amount_mismatch"],
      [{ paid: "--" }, "bad_amount"],
      [{ settled_at: "" }, "bad_date"],
      [{ order_number: "" }, "missing_order_number"],
    ];
    let change: Partial<OrderCells> = {};
    for (const [wrong, reason] of wrongs) {
      change = { ...change, ...wrong };
      expect(readServiceOrderRow(cells(change), bounds)).toMatchObject({ ok: false, reason });
    }
  });

  test("and says which order it was, where it can", () => {
    expect(readServiceOrderRow(cells({ kind: "?" }), bounds)).toMatchObject({
      number: "RO260100004",
      store: "湖畔一店",
    });
  });
});

describe("a car is known by its VIN or by its plate", () => {
  test.each([
    [
      "a wrong check digit is flagged and not kept",
      { vin: "LSVJ2JKA7J1766649" },
      null,
      "沪EF29686",
      ["vin_wrong_check_digit"],
    ],
    [
      "a VIN too short is flagged and not kept",
      { vin: "LSVJ2JKA7J17" },
      null,
      "沪EF29686",
      ["vin_malformed"],
    ],
    [
      "a European VIN leaves it to the plate, or a car that has it",
      { vin: "WVWZZZ1JZ3W386752" },
      null,
      "沪EF29686",
      ["vin_unverified"],
    ],
    [
      "a European VIN says it where there is no plate",
      { vin: "WVWZZZ1JZ3W386752", plate: "" },
      "WVWZZZ1JZ3W386752",
      null,
      ["vin_unverified"],
    ],
    ["a row with a VIN needs no plate", { plate: "" }, "LSVJ2JKA7J1766648", null, []],
    ["a row without a VIN has its plate", { vin: "" }, null, "沪EF29686", []],
    ["a broken plate beside a VIN is left out", { plate: "沪A1" }, "LSVJ2JKA7J1766648", null, []],
  ])("%s", (_case, change, vin, plate, flags) => {
    const reading = orderOf(change);
    expect(reading.order).toMatchObject({ vin, plate });
    expect(reading.flags).toEqual(flags);
  });

  test("a European VIN beside a plate stays, for a car that has it", () => {
    const vin = "WVWZZZ1JZ3W386752";
    expect(orderOf({ vin }).order.writtenVin).toBe(vin);
    expect(orderOf({ vin, plate: "" }).order.writtenVin).toBeUndefined();
    expect(orderOf({ vin: "LSVJ2JKA7J1766649" }).order.writtenVin).toBeUndefined();
  });
});

describe("what a row is to its order", () => {
  const back = { labour: "-135.50", parts: "-1,084.38", paid: "￥-1219.88" };
  test.each([
    ["no remark is the order itself", {}, "order"],
    ["any other remark is the order itself", { remark: "客户自带机油" }, "order"],
    ["更正 is a correction", { remark: "更正" }, "correction"],
    ["更正 with words after it is a correction", { remark: "更正:工时" }, "correction"],
    ["红冲 is a cancellation", { ...back, remark: "红冲 RO260100004" }, "cancellation"],
    ["money goes back without a remark", back, "refund"],
    [
      "红冲 is a cancellation even if the amounts lost their sign",
      { remark: "红冲" },
      "cancellation",
    ],
    ["an English export cancels in English", { remark: "Cancelled" }, "cancellation"],
  ])("%s", (_case, change, rowKind) => {
    expect(orderOf(change).order.rowKind).toBe(rowKind);
  });
});

test("a payment nobody knows is taken, flagged, and left to earn nothing", () => {
  const reading = orderOf({ payment: "以物易物" });
  expect(reading.order.payer).toBe("unknown");
  expect(reading.flags).toEqual(["unknown_payment"]);
});

test("an odometer that cannot be read refuses nothing", () => {
  expect(orderOf({ odometer: "n/a" }).order.odometerKm).toBeNull();
});
