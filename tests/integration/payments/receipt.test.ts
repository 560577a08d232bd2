import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { PaymentPage } from "#app/modules/payments/load-payment.server.ts";
import { receiptPdf } from "#app/modules/payments/receipt-pdf.server.ts";

const payment: PaymentPage = {
  id: 7,
  purpose: "gift",
  reference: "7",
  memberId: 1,
  title: { en: "Picnic blanket", zh: "野餐垫" },
  amountMinor: 4_900,
  currency: "CNY",
  state: "paid",
  dueUntil: null,
  member: { number: "M00010009", name: "王喆镕", personId: 1, closed: false },
  createdAt: new Date("2026-11-21T08:00:00Z"),
  cancelledAt: null,
  overdue: false,
  paidAt: new Date("2026-11-21T08:10:00Z"),
  method: "wechat",
  counterReceipt: "K-17",
  receipt: "2026-000128",
  recordedBy: null,
  store: { en: "Lakeside", zh: "湖畔店" },
  refunds: [],
  refundableMinor: 4_900,
  dueBackMinor: 0,
  disputed: false,
};
const club = { name: "Lakeside Owners' Club", timeZone: "Asia/Shanghai" };
const pdf = (changes: Partial<PaymentPage>, locale: "en" | "zh-CN") =>
  receiptPdf({ ...payment, ...changes }, club, locale);

test("a receipt is a file of one page with fonts of its own, in either language", async () => {
  for (const locale of ["en", "zh-CN"] as const) {
    const bytes = Buffer.from((await pdf({}, locale)) ?? []);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.includes("FontFile2")).toBe(true);
    expect(bytes.length).toBeLessThan(150_000);
  }
});

test("there is none of what is not paid", async () => {
  expect(await pdf({ state: "open", receipt: null, paidAt: null, method: null }, "en")).toBeNull();
});

test("names of any length and character, and text that no font has, are written somehow", async () => {
  const title = { en: "x".repeat(300), zh: "野".repeat(300) };
  const member = { ...payment.member, name: "\u{1F697} \u{20BB7}野 Ørsted\u0007" };
  for (const locale of ["en", "zh-CN"] as const) {
    expect((await pdf({ title, member }, locale))?.length).toBeGreaterThan(1_000);
  }
});

/** poppler's reader, where this machine has one. */
const canRead = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.runIf(canRead)("what it says can be selected and searched", async () => {
  const read = (bytes: Uint8Array | null) =>
    execFileSync("pdftotext", ["-", "-"], { input: bytes ?? "", encoding: "utf8" });
  const refunds: PaymentPage["refunds"] = [
    {
      id: 1,
      amountMinor: 900,
      reason: null,
      method: "cash",
      state: "succeeded",
      counterReceipt: null,
      by: null,
      createdAt: new Date("2026-11-22T08:00:00Z"),
    },
  ];
  const english = read(await pdf({ refunds }, "en"));
  for (const said of ["2026-000128", "Picnic blanket", "¥49.00", "王喆镕", "Lakeside", "¥9.00"]) {
    expect(english).toContain(said);
  }
  const chinese = read(await pdf({}, "zh-CN"));
  for (const said of ["收据", "野餐垫", "微信支付", "湖畔店"]) expect(chinese).toContain(said);
});
