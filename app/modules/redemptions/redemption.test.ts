import { describe, expect, test } from "vitest";
import { fulfilments } from "#app/modules/gifts/gift.ts";
import {
  afterAct,
  countsAsTaken,
  isPromised,
  ownerMayCancel,
  redemptionStates,
} from "./redemption.ts";

describe("what leads where", () => {
  test.each([
    ["collect", "requested", "make-ready", "ready"],
    ["collect", "ready", "hand-over", "collected"],
    ["collect", "requested", "hand-over", "collected"],
    ["ship", "requested", "ship", "shipped"],
    ["ship", "shipped", "deliver", "delivered"],
    ["ship", "shipped", "return", "returned"],
    ["ship", "delivered", "return", "returned"],
    ["voucher", "requested", "issue", "issued"],
    ["voucher", "issued", "cancel", "cancelled"],
    ["collect", "ready", "lapse", "lapsed"],
    ["collect", "collected", "exchange", "collected"],
  ] as const)("%s, %s: %s makes it %s", (fulfilment, state, act, to) => {
    expect(afterAct({ state, fulfilment }, act)).toBe(to);
  });

  test.each([
    ["ship", "requested", "hand-over"],
    ["collect", "requested", "ship"],
    ["voucher", "requested", "make-ready"],
    ["collect", "collected", "cancel"],
    ["ship", "shipped", "cancel"],
    ["voucher", "used", "cancel"],
    ["voucher", "issued", "exchange"],
  ] as const)("%s, %s: no %s", (fulfilment, state, act) => {
    expect(afterAct({ state, fulfilment }, act)).toBeNull();
  });

  test("cancelled, lapsed and returned are ends", () => {
    const acts = [
      "make-ready",
      "hand-over",
      "ship",
      "deliver",
      "return",
      "issue",
      "cancel",
      "lapse",
      "exchange",
    ] as const;
    for (const state of ["cancelled", "lapsed", "returned"] as const) {
      for (const fulfilment of fulfilments) {
        for (const act of acts) expect(afterAct({ state, fulfilment }, act)).toBeNull();
      }
    }
  });
});

test("its owner cancels until it is laid out for them", () => {
  expect(redemptionStates.filter(ownerMayCancel)).toEqual(["requested"]);
});

test("what was given back counts against no limit, and what lies on a shelf is promised", () => {
  expect(redemptionStates.filter((state) => !countsAsTaken(state))).toEqual([
    "returned",
    "cancelled",
    "lapsed",
  ]);
  expect(redemptionStates.filter(isPromised)).toEqual(["requested", "ready"]);
});
