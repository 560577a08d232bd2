import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { isOneUnnamed, variantWords } from "./variant-words.ts";

test("whoever chooses a size never reads an empty one", () => {
  expect(variantWords("L", translator("en"))).toBe("L");
  expect(variantWords("", translator("en"))).toBe("Standard");
  expect(variantWords("", translator("zh-CN"))).toBe("标准款");
});

test.each(["en", "zh-CN"] as const)("its keeper reads the word that members read: %s", (locale) => {
  const t = translator(locale);
  expect(t("giftKeeping.variants.unnamed")).toContain(variantWords("", t));
});

const named = { nameEn: "L", nameZh: "L 码", isArchived: false };
const unnamed = { nameEn: "", nameZh: "", isArchived: false };

test.each([
  ["a gift that comes in one form", [unnamed], false],
  ["sizes that all have names", [named, named], false],
  ["a first one that was left without a name", [unnamed, named], true],
  ["one without a name that is archived", [{ ...unnamed, isArchived: true }, named, named], false],
  ["a name in one language", [{ ...unnamed, nameZh: "L 码" }, named], false],
])("its keeper hears of a size without a name among others: %s", (_case, variants, told) => {
  expect(isOneUnnamed(variants)).toBe(told);
});
