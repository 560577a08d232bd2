import { expect, test } from "vitest";
import { readWorkKind } from "./work-kind.ts";

test.each([
  ["常规保养", "maintenance"],
  ["首保", "maintenance"],
  ["保养", "maintenance"],
  ["定期保养", "maintenance"],
  ["一般维修", "repair"],
  ["机电维修", "repair"],
  ["维修", "repair"],
  ["事故车", "accident"],
  ["钣喷", "accident"],
  ["事故", "accident"],
  ["索赔", "warranty"],
  ["三包索赔", "warranty"],
  ["返修", "rework"],
  ["内部", "internal"],
  ["PDI", "internal"],
  ["ＰＤＩ", "internal"],
  ["精品", "accessories"],
  ["装潢", "accessories"],
  ["小保养", "maintenance"],
  ["大保养", "maintenance"],
  ["大保養", "maintenance"],
  ["Minor service", "maintenance"],
  ["機電維修", "repair"],
  ["钣金/喷漆", "accident"],
  ["召回", "warranty"],
  ["改裝", "accessories"],
  [" 保 养 ", "maintenance"],
  ["Maintenance", "maintenance"],
])("%s is %s", (cell, kind) => {
  expect(readWorkKind(cell)).toBe(kind);
});

test.each(["试驾", "其它??", "保养维修", "", "constructor"])("%j is no kind of work", (cell) => {
  expect(readWorkKind(cell)).toBeNull();
});

test("a word that the club has explained means what it said", () => {
  const club = { payers: new Map(), kinds: new Map([["贴膜", "accessories" as const]]) };
  expect(readWorkKind("贴 膜", club)).toBe("accessories");
});
