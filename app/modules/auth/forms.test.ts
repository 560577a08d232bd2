import { expect, test } from "vitest";
import { CodeForm, RecoveryForm, SecondFactorForm, SetPasswordForm } from "./forms.ts";

const CODES: [what: string, typed: string][] = [
  ["as it is", "123456"],
  ["with a blank in front", " 123456"],
  ["with a blank behind", "123456 "],
  ["with the blank of the letter", "123 456"],
  ["with a no-break space in front", "\u00A0123456"],
  ["with what nobody sees", "\u200B123456\uFEFF"],
  ["with a tab and a line end", "\t123456\r\n"],
  ["with a dash", "123-456"],
  ["with a long dash", "123–456"],
  ["with dots", "123.456"],
  ["in full width", "１２３４５６"],
  ["in full width with full-width blanks", "　１２３　４５６"],
  ["with its words", "验证码：123456"],
  ["with its words in English", "Your code is 123 456."],
];

test.each(CODES)("a code %s is read by every form", (_what, code) => {
  expect(SecondFactorForm.parse({ code })).toEqual({ code: "123456" });
  expect(CodeForm.parse({ email: "a@club.test", code }).code).toBe("123456");
  const set = SetPasswordForm.parse({ email: "a@club.test", code, password: "x" });
  expect(set.code).toBe("123456");
});

test.each(["", "12345", "1234567", "12345o", "code", `1${" ".repeat(300)}23456`])(
  "%j is no code",
  (code) => {
    expect(SecondFactorForm.safeParse({ code }).success).toBe(false);
  },
);

test.each(["a1b2c-3d4e5", " A1B2C–3D4E5 ", "ａ１ｂ２ｃ－３ｄ４ｅ５", "a1b2c 3d4e5", "a1b2c.3d4e5"])(
  "%j is a recovery code, read from paper",
  (recovery) => {
    expect(RecoveryForm.parse({ recovery })).toEqual({ recovery: "a1b2c3d4e5" });
  },
);
