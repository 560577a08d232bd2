import { expect, test } from "vitest";
import { firstName } from "./first-name.ts";

test.each([
  ["Ada Lovelace", "Ada"],
  ["Ada", "Ada"],
  ["Jean-Luc de la Tour", "Jean-Luc"],
  ["王芳", "芳"],
  ["王小明", "小明"],
  ["欧阳修", "修"],
  ["欧阳", "阳"],
  ["司马相如", "相如"],
  ["芳", "芳"],
])("%s is called %s", (name, called) => {
  expect(firstName(name)).toBe(called);
});
