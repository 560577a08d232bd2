import { expect, test } from "vitest";
import { shortName } from "./short-name.ts";

test.each([
  ["Mia Wang", "Mia W."],
  ["Mia van der Berg", "Mia B."],
  ["  Mia   wang ", "Mia W."],
  ["陈小明", "陈＊＊"],
  ["欧阳𠮷", "欧＊＊"],
  ["陈", "陈"],
  ["Cher", "Cher"],
  ["نور حسن", "نور ح."],
  ["", ""],
])("%s is written %s", (name, written) => {
  expect(shortName(name)).toBe(written);
});
