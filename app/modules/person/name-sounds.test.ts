import { expect, test } from "vitest";
import { nameSounds } from "./name-sounds.ts";

test("a name is every run of its syllables, initials, and the first syllable with initials", () => {
  expect(nameSounds("陈伟明").sort()).toEqual(
    ["chen", "wei", "ming", "chenwei", "weiming", "chenweiming", "cw", "wm", "cwm"]
      .concat(["chenw", "weim", "chenwm"])
      .sort(),
  );
});

test.each([
  ["a surname read in a way of its own", "单田芳", ["shan", "shantianfang", "stf", "dan"]],
  ["another", "曾国藩", ["zeng", "zengguofan", "zgf"]],
  ["traditional characters", "陳怡君", ["chen", "chenyijun", "cyj"]],
  ["two characters of a surname", "欧阳娜娜", ["ouyang", "ouyangnana", "oynn", "nana"]],
  ["ü in three spellings", "吕布", ["lvbu", "lubu", "lyubu", "lb"]],
  ["a name with a dot", "热合曼‧艾山", ["reheman", "aishan", "rehemanaishan", "rhmas"]],
  ["Chinese among letters", "李 John", ["li"]],
])("%s", (_case, name, sounds) => {
  expect(nameSounds(name)).toEqual(expect.arrayContaining(sounds));
});

test.each(["Jürgen Groß", "", "—", "🚗", "さくら"])("%j sounds like nothing here", (name) => {
  expect(nameSounds(name)).toEqual([]);
});

test("however long a name is, its sounds are few", () => {
  expect(nameSounds("单".repeat(200)).length).toBeLessThan(400);
  expect(nameSounds("单乐行曾").length).toBeLessThan(200);
});
