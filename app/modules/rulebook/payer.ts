import { cellText } from "#app/platform/cell-text.ts";

/**
 * Who pays an order: the owner at the counter, the owner later (`on-account`), or somebody else.
 * `unknown` is a word that is not on the list. Such an order is kept, and earns nothing until a corrected
 * row says who paid: no reason for refusing a row speaks of its payment.
 */
export type Payer = "owner" | "on-account" | "someone-else" | "unknown";

/** The words of workshop exports (the column 付款方式), and plain English for them. */
const words = new Map<string, Payer>([
  ["现金", "owner"],
  ["微信", "owner"],
  ["支付宝", "owner"],
  ["刷卡", "owner"],
  ["cash", "owner"],
  ["wechat", "owner"],
  ["alipay", "owner"],
  ["card", "owner"],
  ["owner", "owner"],
  ["挂账", "on-account"],
  ["on-account", "on-account"],
  ["保险", "someone-else"],
  ["厂家", "someone-else"],
  ["insurance", "someone-else"],
  ["manufacturer", "someone-else"],
  ["someone-else", "someone-else"],
]);

/** Who a cell says has paid. */
export function readPayer(cell: string): Payer {
  const word = cellText(cell)
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return words.get(word) ?? "unknown";
}
