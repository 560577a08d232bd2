import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { storeShown, writtenStore } from "./store-shown.ts";

const APP = path.resolve(import.meta.dirname, "../..");

test("a store is called by its English name in English, and by the workshop's where it has none", () => {
  expect(storeShown({ name: "西岸店", nameEn: "West Bank" })).toEqual({
    en: "West Bank",
    zh: "西岸店",
  });
  expect(storeShown({ name: "西岸店", nameEn: null }).en).toBe("西岸店");
});

test("what an entry wrote of a store is read in English where there is such a name", () => {
  const english = { 西岸店: "West Bank" };
  expect(writtenStore("en", "西岸店", english)).toBe("West Bank");
  expect(writtenStore("zh-CN", "西岸店", english)).toBe("西岸店");
  expect(writtenStore("en", "湖畔一店", english)).toBe("湖畔一店");
  expect(writtenStore("en", "constructor", english)).toBe("constructor");
});

test("no other code chooses between the names of a store", () => {
  const chooses =
    /name_en, (\S+\.)?name\)|nameEn (\?\?|\|\|) (\w+\.)?name\b|nameEn\) \|\| (\w+\.)?name\b/;
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(APP, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("generated.server") && !file.includes(".test."));
  const chosen = files.filter((file) => chooses.test(readFileSync(path.join(APP, file), "utf8")));
  expect(chosen.sort()).toEqual([
    "modules/club/store-shown.ts",
    "modules/club/store-sql.server.ts",
  ]);
});
