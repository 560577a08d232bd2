import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePassword } from "./password-rules.ts";

const known = {
  email: "wei.zhang1984@marque.test",
  name: "Wei Zhang",
  clubNames: ["Linden Owners", "林登车友会"],
};
const refusalOf = (typed: string) => {
  const judgement = judgePassword(typed, known);
  return judgement.ok ? "accepted" : judgement.refusal;
};

describe("length", () => {
  test.each([
    ["eleven characters are too few", "tk7-glo fen", "too-short"],
    ["twelve are enough", "tk7-glo fenx", "accepted"],
    ["two hundred are allowed", "tk7-glo fen ".repeat(17).slice(0, 200), "accepted"],
    ["two hundred and one are not", "tk7-glo fen ".repeat(17).slice(0, 201), "too-long"],
    ["a megabyte is not even looked at", "\uFDFA".repeat(1_000_000), "too-long"],
    [
      "characters are counted, not their bytes: twelve emoji",
      "🚗🌲🎈🐢🍜📚🎻🧭⛵🪁🥝🌙",
      "accepted",
    ],
    ["eleven emoji, though 22 units of UTF-16", "🚗🌲🎈🐢🍜📚🎻🧭🪁🥝🌙", "too-short"],
    ["twelve Chinese characters", "山高月小水落石出赤壁夜游", "accepted"],
  ])("%s", (_case, typed, expected) => expect(refusalOf(typed)).toBe(expected));
});

describe("what is tried first is refused", () => {
  test.each([
    "password1234",
    "Password2024!",
    "P@ssw0rd1234",
    "passwordpassword",
    "123456789012",
    "098765432109",
    "aaaaaaaaaaaa",
    "abababababab",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "abcdefghijkl",
    "iloveyou2024",
    "Welcome12345",
    "letmein12345",
    "admin1234567",
    "woaini1314520",
    "5201314520131",
    "wodemima1234",
    "Mercedes2023!!",
    "changeme123!",
    "qwerty123456",
  ])("%s", (typed) => expect(refusalOf(typed)).toBe("common"));
});

describe("one's own names are refused unless there is much beside them", () => {
  test.each([
    ["wei.zhang1984@marque.test", "personal"],
    ["zhang1984-1984", "personal"],
    ["WeiZhang12345", "personal"],
    ["lindenowners1", "personal"],
    ["林登车友会林登车友会林登", "personal"],
    ["Wei drives slowly past the lake", "accepted"],
  ])("%s: %s", (typed, expected) => expect(refusalOf(typed)).toBe(expected));
});

describe("ordinary good passwords are accepted", () => {
  test.each(
    [
      "correct horse battery staple",
      "tidy-otter-fences-rain",
      "vK8#rq2Lm!x0",
      "我家门口有三棵银杏树",
    ].map((typed) => [typed.padEnd(12, "。")]),
  )("%s", (typed) => {
    expect(refusalOf(typed)).toBe("accepted");
  });
});

test("the same keys give the same password: full-width and composed forms are folded", () => {
  const composed = judgePassword("caf\u00e9 ｔａｂｌｅ seven", known);
  const apart = judgePassword("cafe\u0301 table seven", known);
  expect(composed).toEqual(apart);
  expect(composed).toEqual({ ok: true, password: "caf\u00e9 table seven" });
});

test("any text gets a judgement, and what is accepted has an allowed length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 220 }), (typed) => {
      const judgement = judgePassword(typed, known);
      if (!judgement.ok) return;
      const length = [...judgement.password].length;
      expect(length >= 12 && length <= 200).toBe(true);
    }),
  );
});
