import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { clubRulesSchema } from "./club-rules.ts";
import { programmeName, programmeTitles } from "./programme-name.ts";

const version = (n: number, programmes: object) => ({
  version: n,
  startsAt: new Date(Date.UTC(2026, n)),
  rules: clubRulesSchema.parse({ earning: { programmes } }),
});

const said = (book: Parameters<typeof programmeTitles>[0], name: string) =>
  (["en", "zh-CN"] as const).map((locale) =>
    programmeName(name, translator(locale), programmeTitles(book, locale)),
  );

test("a programme of the club's own has the name that it was given last, in the reader's language", () => {
  const book = [
    version(1, { home: {}, fleet: {} }),
    version(2, { home: {}, fleet: { title: { en: "Company cars", zh: "公司用车" } } }),
    version(3, { home: {}, fleet: { title: { en: "Fleet", zh: "" } } }),
  ];
  expect(said(book.slice(0, 1), "fleet")).toEqual(["fleet", "fleet"]);
  expect(said(book.slice(0, 2), "fleet")).toEqual(["Company cars", "公司用车"]);
  // What was said in one language alone is said in both.
  expect(said(book, "fleet")).toEqual(["Fleet", "Fleet"]);
  expect(said([...book, version(4, { home: {}, fleet: {} })], "fleet")).toEqual(["fleet", "fleet"]);
});

test("those that a club begins with have words of ours, until it calls them otherwise", () => {
  expect(said([version(1, { home: {} })], "home")).toEqual(["home", "本地"]);
  const named = version(1, { home: { title: { en: "City", zh: "城区" } } });
  expect(said([named], "home")).toEqual(["City", "城区"]);
});

test("nothing else is a programme's name", () => {
  expect(said([version(1, { home: {} })], "constructor")).toEqual(["constructor", "constructor"]);
});
