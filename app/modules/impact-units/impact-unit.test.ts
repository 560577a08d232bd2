import { expect, test } from "vitest";
import { unitInWords } from "./impact-unit.ts";

const trees = { one: "tree planted", many: "trees planted", zh: "棵树" };
const hours = { one: "hour given", many: "hours given", zh: "小时志愿服务" };

test.each([
  ["as they are", { many: "trees planted", zh: "棵树" }, trees],
  ["with capitals and blanks", { many: " Trees  planted ", zh: "" }, trees],
  ["of one", { many: "Hour given", zh: "" }, hours],
  ["in Chinese alone", { many: "", zh: "棵树" }, trees],
  ["in Chinese, beside other English", { many: "saplings", zh: "棵树" }, trees],
  ["of two units: English is first", { many: "hours given", zh: "棵树" }, hours],
  ["of something new", { many: "books given", zh: "本书" }, undefined],
  ["that say nothing", { many: "", zh: " " }, undefined],
])("words %s", (_how, words, unit) => {
  expect(unitInWords([trees, hours], words)).toBe(unit);
});
