import { expect, test } from "vitest";
import en from "#app/locales/en/common.json";
import zh from "#app/locales/zh-CN/common.json";
import { REASON_AT_LEAST, REASON_AT_MOST } from "./reason.ts";
import { typedReason } from "./typed-reason.ts";

const [SHORT, LONG] = ["form.error.reason", "form.error.reasonLong"];

test.each([
  ["nothing", "", SHORT],
  ["one character", "好", SHORT],
  ["two characters", "缺货", null],
  ["three characters", "车已卖", null],
  ["a Chinese sentence", "客户卖车", null],
  ["blanks alone", "  \n \t 　 ", SHORT],
  ["one character among blanks", "  卖   　 ", SHORT],
  ["characters that nobody sees", "\u200b\u200d\u2060\ufeff\u00ad", SHORT],
  ["one among some of them", "卖\u200b\u200b\ufe0f", SHORT],
  ["two among some of them", "卖\u200b车\ufe0f", null],
  ["control characters", "\u0000\u0001\u0002", SHORT],
  ["halves of characters", "\ud83d\ud83d\ud83d", SHORT],
  ["one character and a half", "卖\ud83d", SHORT],
  ["two characters outside the common ones", "𠮷𠮷", null],
  ["one of them, which a computer counts as two", "𠮷", SHORT],
  ["as much as there is room for", "好".repeat(REASON_AT_MOST), null],
  ["one character more", "好".repeat(REASON_AT_MOST + 1), LONG],
  ["a book", "好".repeat(10_000), LONG],
  ["a book of blanks", " ".repeat(10_000), SHORT],
])("%s", (_case, typed, wrong) => {
  const read = typedReason().safeParse(typed);
  expect(read.error?.issues.map(({ message }) => message) ?? []).toEqual(wrong ? [wrong] : []);
});

test("a field that was not sent, or asks for something else than why, has its own words", () => {
  expect(typedReason("what.done").safeParse(undefined).error?.issues[0]?.message).toBe("what.done");
  expect(typedReason("what.done").safeParse("k").error?.issues[0]?.message).toBe("what.done");
});

test("what is kept is what was typed, without what no database keeps", () => {
  expect(typedReason().parse("  车已卖\u0000 👨‍👩‍👧 ")).toBe("车已卖 👨‍👩‍👧");
});

test.each([en, zh])("the messages name the figures of the rule", (words) => {
  expect(words["form.error.reason"]).toContain(String(REASON_AT_LEAST));
  expect(words["form.error.reasonLong"]).toContain(String(REASON_AT_MOST));
});
