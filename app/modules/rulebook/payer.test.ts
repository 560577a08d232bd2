import { expect, test } from "vitest";
import { readPayer } from "./payer.ts";

test.each([
  ["现金", "owner"],
  ["微信", "owner"],
  ["支付宝", "owner"],
  ["刷卡", "owner"],
  ["\t刷卡 ", "owner"],
  ["WeChat", "owner"],
  ["挂账", "on-account"],
  ["on_account", "on-account"],
  ["On account", "on-account"],
  ["保险", "someone-else"],
  ["厂家", "someone-else"],
  ["微信支付", "owner"],
  ["信用卡", "owner"],
  ["银行卡", "owner"],
  ["現金", "owner"],
  ["支付寶", "owner"],
  ["Credit Card", "owner"],
  ["We Chat Pay", "owner"],
  ["P.O.S", "owner"],
  ["挂帐", "on-account"],
  ["掛帳", "on-account"],
  ["月结", "on-account"],
  ["保險公司", "someone-else"],
  ["厂家索赔", "someone-else"],
  ["Insurance company", "someone-else"],
  ["现金+微信", "owner"],
  ["现金／微信", "owner"],
  ["微信、支付宝、刷卡", "owner"],
  ["现金200元；刷卡86.50", "owner"],
  ["现金:￥200,微信:￥1,086.00", "owner"],
  ["cash and card", "owner"],
  ["现金+挂账", "on-account"],
  ["保险+厂家", "someone-else"],
  ["现金+保险", "unknown"],
  ["现金+以物易物", "unknown"],
  ["储值卡", "unknown"],
  ["积分抵扣", "unknown"],
  ["+", "unknown"],
  ["200.00", "unknown"],
  ["constructor", "unknown"],
  ["以物易物", "unknown"],
  ["", "unknown"],
])("%j is paid by: %s", (cell, payer) => {
  expect(readPayer(cell)).toBe(payer);
});

test("a word that the club has explained means what it said, also beside another", () => {
  const club = { payers: new Map([["储值卡", "owner" as const]]), kinds: new Map() };
  expect(readPayer(" 储值 卡 ", club)).toBe("owner");
  expect(readPayer("储值卡+现金", club)).toBe("owner");
});
