import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";
import { allSources } from "#app/platform/words/catalogs.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { createTranslate, type WordKey } from "#app/platform/words/translate.ts";

// Every message in both languages, with the same blanks to fill in; every key that the code names is
// there, and every key that is there is named by some code.

const ROOT = path.resolve(import.meta.dirname, "../..");
const english = Object.assign({}, ...Object.values(allSources.en)) as Record<string, string>;
const keys = Object.keys(english);

/**
 * A message's blanks: `shown` are those whose value the reader sees, `named` also those that only choose
 * between forms, such as a plural that does not repeat its number.
 */
function blanksOf(message: string): { shown: string[]; named: string[] } {
  const shown = new Set<string>();
  const named = new Set<string>();
  const collect = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, kind, forms] = token as [string, string | undefined, unknown];
      const chooses = kind === "plural" || kind === "select" || kind === "selectordinal";
      named.add(name);
      if (!chooses || JSON.stringify(forms).includes('"#"')) shown.add(name);
      if (forms && typeof forms === "object") Object.values(forms).forEach(collect);
    }
  };
  collect(compileMessage(message));
  return { shown: [...shown], named: [...named] };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("generated.server"));
}

const code = ["app", "emails", "scripts"]
  .flatMap(sourceFiles)
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `work.${kind}` as a pattern of keys: a template's blank stands for any piece of a key. */
const templates = [...code.matchAll(/`([a-zA-Z]+\.[\w.\-${}()?:"' ]*\$\{[^`]*)`/g)].map(
  ([, template = ""]) =>
    new RegExp(
      `^${template
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join("[\\w.-]+")}$`,
    ),
);
const quoted = new Set(
  [...code.matchAll(/"([a-zA-Z][\w-]*(?:\.[\w-]+)+)"/g)].map(([, key]) => key),
);

/** What a noun's words are apart for: a door, its letters, files to fetch. See words.md. */
const APART = ["admin", "my", "public", "open", "letters", "export"];

const foldersOf = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const nouns = new Set([...foldersOf("app/modules"), ...foldersOf("app/routes"), "common"]);

describe.each(LOCALES)("the areas in %s", (locale) => {
  const areas = Object.keys(allSources[locale]).sort();

  test("are the files of its folder", () => {
    const files = readdirSync(path.join(import.meta.dirname, locale));
    const named = files.filter((file) => file !== "index.ts").map((file) => path.parse(file).name);
    expect(areas).toEqual(named.sort());
  });

  test("are those of every language", () => {
    for (const other of LOCALES) expect(Object.keys(allSources[other]).sort()).toEqual(areas);
  });

  test("bear the name of a noun", () => {
    const nounless = areas.filter((area) => {
      const apart = APART.find((suffix) => area.endsWith(`-${suffix}`));
      return !nouns.has(apart ? area.slice(0, -apart.length - 1) : area);
    });
    expect(nounless).toEqual([]);
  });
});

describe.each(Object.keys(allSources.en) as (keyof typeof allSources.en)[])("%s.json", (area) => {
  const { en, "zh-CN": zh } = allSources;
  const [from, to]: Record<string, string>[] = [en[area], zh[area]];

  test("has the same messages in both languages", () => {
    expect(Object.keys(to ?? {}).sort()).toEqual(Object.keys(from ?? {}).sort());
  });

  test("has the same blanks in both languages, and nothing empty", () => {
    for (const [key, message] of Object.entries(from ?? {})) {
      const translated = to?.[key] ?? "";
      expect.soft(message.trim(), key).not.toBe("");
      expect.soft(translated.trim(), key).not.toBe("");
      const [ours, theirs] = [blanksOf(message), blanksOf(translated)];
      expect.soft(theirs.named, key).toEqual(expect.arrayContaining(ours.shown));
      expect.soft(ours.named, key).toEqual(expect.arrayContaining(theirs.named));
    }
  });
});

test("no key means two things in two areas", () => {
  const areas = Object.values(allSources.en).flatMap((area) => Object.keys(area));
  expect(areas.filter((key, place) => areas.indexOf(key) !== place)).toEqual([]);
});

test("every key given to t() is there", () => {
  const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => key);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !(key in english))).toEqual([]);
});

test("every key is used by some code", () => {
  const unused = keys.filter(
    (key) => !quoted.has(key) && !templates.some((template) => template.test(key)),
  );
  expect(unused).toEqual([]);
});

test("a message that is not there fails, in any language", () => {
  for (const locale of LOCALES) {
    const t = createTranslate(locale, {});
    expect(() => t("nothing.of.the.kind" as WordKey)).toThrow("nothing.of.the.kind");
  }
});

describe("one word for one thing, as docs/glossary.md decides", () => {
  const rows = readFileSync(path.join(ROOT, "docs/glossary.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const words = rows.flatMap(([, thing = "", english, chinese, not = ""]) =>
    not.split(", ").map((word) => {
      const locale = /\p{Script=Han}/u.test(word) ? ("zh-CN" as const) : ("en" as const);
      return { locale, word, thing, use: locale === "en" ? english : chinese };
    }),
  );

  test("the list is read", () => {
    expect(words.length).toBeGreaterThan(20);
  });

  test.each(words)("$thing: $use, never $word", ({ locale, word }) => {
    const forbidden = locale === "en" ? new RegExp(`\\b${escaped(word)}`, "i") : new RegExp(word);
    const saying = Object.values(allSources[locale]).flatMap((area) =>
      Object.entries(area).filter(([, message]) => forbidden.test(message)),
    );
    expect(saying).toEqual([]);
  });
});
