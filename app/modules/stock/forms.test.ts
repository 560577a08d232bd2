import { expect, test } from "vitest";
import en from "#app/locales/en/stock-admin.json";
import zh from "#app/locales/zh-CN/stock-admin.json";
import { CountForm, TakeOutForm } from "./forms.ts";

const requestKey = "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1a01";

test.each([
  ["what its form is filled in with, in English", en["stock.count"], true],
  ["the same in Chinese, where two characters are a word", zh["stock.count"], true],
  ["nothing", "  ", false],
  ["a single sign", "x", false],
])("the reason of a count: %s", (_case, reason, taken) => {
  expect(CountForm.safeParse({ place: "room", reason, requestKey }).success).toBe(taken);
});

test("pieces that are taken out for two characters of reason go", () => {
  const form = { place: "7", pieces: "２", reason: "损坏", requestKey };
  expect(TakeOutForm.parse(form)).toMatchObject({ place: 7, pieces: 2, reason: "损坏" });
});
