import { expect, test } from "vitest";
import { methodParams, methodsFor, ONLINE_METHODS, type OnlineMethod } from "./online-method.ts";

const CNY = { currency: "CNY", recurring: false };
const all = ONLINE_METHODS;

test.each([
  ["what the club takes and the currency allows", all, CNY, ["card", "alipay", "wechat_pay"]],
  ["what can be taken again without the member", all, { ...CNY, recurring: true }, ["card"]],
  ["euros again and again", all, { currency: "EUR", recurring: true }, ["card", "sepa_debit"]],
  [
    "a currency of one method alone",
    ["konbini"],
    { currency: "JPY", recurring: false },
    ["konbini"],
  ],
  ["nothing that fits", ["alipay", "wechat_pay"], { ...CNY, recurring: true }, []],
  ["nothing in that currency", ["konbini"], CNY, []],
  ["nothing taken", [], CNY, []],
  [
    "a currency without decimals of a card",
    ["card"],
    { currency: "KWD", recurring: true },
    ["card"],
  ],
] as [string, OnlineMethod[], typeof CNY, OnlineMethod[]][])("%s", (_case, taken, wanted, fits) => {
  expect(methodsFor(taken, wanted)).toEqual(fits);
});

test("a club that leaves it to Stripe's dashboard asks for none by name", () => {
  expect(methodsFor(null, CNY)).toBeNull();
  expect(methodParams(null)).toEqual({});
});

test("WeChat Pay is told that its code is shown on a page, and no other is told anything", () => {
  expect(methodParams(["card"])).toEqual({ payment_method_types: ["card"] });
  expect(methodParams(["card", "wechat_pay"])).toEqual({
    payment_method_types: ["card", "wechat_pay"],
    payment_method_options: { wechat_pay: { client: "web" } },
  });
});
