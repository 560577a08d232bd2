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
  ["以物易物", "unknown"],
  ["", "unknown"],
])("%j is paid by: %s", (cell, payer) => {
  expect(readPayer(cell)).toBe(payer);
});
