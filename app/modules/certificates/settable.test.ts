import { expect, test } from "vitest";
import { whyNotSettable } from "./settable.ts";

/** A face with everything but 𠮷 and emoji. */
const has = (code: number) => code !== 0x20bb7 && !(code >= 0x1f000 && code < 0x20000);

test.each([
  ["Lin Jing", null],
  ["林静怡", null],
  ["Zoë Łukasz-O’Neill", null],
  ["Nguyễn Thị", null],
  // The same in single letters and marks, as some keyboards send it.
  ["Nguyễn Thị".normalize("NFD"), null],
  ["Ольга Ελένη さくら 김민수", null],
  ["林静怡 Emily", null],
  ["𠮷田", { why: "no-glyph", characters: ["𠮷"] }],
  ["Mia 🚗🚗", { why: "no-glyph", characters: ["🚗"] }],
  ["محمد", { why: "script", characters: ["م", "ح", "د"] }],
  ["דוד", { why: "script", characters: ["ד", "ו"] }],
  ["สมชาย", { why: "script", characters: ["ส", "ม", "ช", "า", "ย"] }],
  ["राम", { why: "script", characters: ["र", "म"] }],
  // No character of its own is an x with a caron: the mark would stand beside it.
  ["x\u030cy", { why: "marks", characters: ["\u030c"] }],
  ["Mia\u202egnol", { why: "hidden", characters: ["\u202e"] }],
  ["葛\u{e0100}城", { why: "hidden", characters: ["\u{e0100}"] }],
  ["👨\u200d👩", { why: "hidden", characters: ["\u200d"] }],
])("%j", (text, finding) => {
  expect(whyNotSettable(text, has)).toEqual(finding);
});

test("what is worst is said first: a face with the glyph would not help", () => {
  expect(whyNotSettable("محمد 🚗", has)?.why).toBe("script");
});
