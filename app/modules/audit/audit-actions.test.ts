import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { AUDIT_GROUPS } from "./audit-actions.ts";
import { actionWords, DETAILS, detailWords, ROW_IDS, subjectWords } from "./audit-words.ts";

const MODULES = path.resolve(import.meta.dirname, "../..");

/** Files that write to the log. */
const writers = readdirSync(MODULES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => !file.includes("generated.server"))
  .map((file) => readFileSync(file, "utf8"))
  .filter((code) => /writeAudits?\(/.test(code));

/** What is given as `action`, with the constants that it may be given by, and the arms of a choice. */
function actionsIn(code: string): string[] {
  const given = [...code.matchAll(/\baction:\s*([^;{}]*?)(?:,\n|,\s*\w+:|\s*\})/g)]
    .map(([, value = ""]) => value)
    .concat(
      [...code.matchAll(/\bconst [A-Z_]+(?:: \w+)? = ("[a-z-]+\.[a-z-]+")/g)].map(
        ([, v = ""]) => v,
      ),
    );
  // A claim's answer names its action by how it ends.
  const answers = /action: `claim\.\$/.test(code)
    ? ["claim.granted", "claim.on-statement", "claim.refused"]
    : [];
  const named = given.flatMap((value) => {
    const results = value.replace(/=== "[^"]*"/g, "");
    return [...results.matchAll(/"([^"]+)"/g)].map(([, action = ""]) => action);
  });
  return [...named, ...answers];
}

const written = [...new Set(writers.flatMap(actionsIn))].sort();
const named: string[] = Object.values(AUDIT_GROUPS).flat().sort();

test("every action that the code writes is named, and none that it does not write", () => {
  expect(writers.length).toBeGreaterThan(10);
  expect(written).toEqual(named);
});

test("every action reads as words in both languages", () => {
  for (const locale of LOCALES) {
    const t = translator(locale);
    for (const action of written) expect.soft(actionWords(t, action)).not.toContain(".");
  }
});

test("a line from before an action was named so shows what was written", () => {
  expect(actionWords(translator("en"), "member.hugged")).toBe("member.hugged");
});

test("details are said with their labels, and what is empty is left out", () => {
  const details = detailWords(translator("en"), {
    points: -200,
    note: null,
    roles: ["desk", "finance"],
    somethingNew: true,
  });
  expect(details).toEqual([
    { label: "points", value: "-200" },
    { label: "roles", value: "service desk, finance" },
    { label: "somethingNew", value: "yes" },
  ]);
});

/** The names of what is given as `detail` next to an action, at its first level. */
function detailsIn(code: string): string[] {
  const given = [...code.matchAll(/writeAudits?\([^;]*?\bdetail: \{/g)].map(({ index, 0: call }) =>
    firstLevel(code.slice(index + call.length)),
  );
  return given.flatMap((inner) =>
    inner.split(",").flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []),
  );
}

/** What is before the brace that closes the one already read, without what is in inner brackets. */
function firstLevel(code: string): string {
  let depth = 1;
  let out = "";
  for (const sign of code) {
    if ("{([".includes(sign)) depth++;
    if ("})]".includes(sign)) depth--;
    if (depth === 0) return out;
    if (depth === 1) out += sign;
  }
  throw new Error("A detail has no end.");
}

test("every detail that the code writes has a name in words, or is a row's number", () => {
  const names = new Set(writers.flatMap(detailsIn));
  expect(names.size).toBeGreaterThan(15);
  const known: readonly string[] = [...DETAILS, ...ROW_IDS];
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
});

test("in Chinese neither codes nor numbers of rows are shown; the CSV file has these numbers", () => {
  const t = translator("zh-CN");
  const detail = {
    roles: "desk referrer",
    template: "welcome",
    entryId: 7,
    dryRun: true,
    kind: "visit",
  };
  expect(detailWords(t, detail).map(({ value }) => value)).toEqual([
    "前台, 推荐人",
    "欢迎信",
    "是",
    "到店结算单",
  ]);
  expect(detailWords(t, { entryId: 7 }, { rowIds: true })).toEqual([
    { label: "entryId", value: "7" },
  ]);
  expect(
    ["claim:3", "store:1", "club:1", "rules:2"].map((subject) => subjectWords(t, subject)),
  ).toEqual(["漏记申报 3", "门店 1", "车友会", "第 2 版"]);
});

/** Every subject that the code writes, with a number or name in the place of what is filled in. */
const subjects = new Set(
  writers.flatMap((code) =>
    [...code.matchAll(/\bsubject(?:: | = )([^;\n]*)/g)].flatMap(([, value = ""]) =>
      [...value.matchAll(/["`]([a-z-]+)(?::([a-z]+|\$\{|\d))?["`]?/g)].map(([, kind, id]) =>
        id === undefined ? `${kind}` : `${kind}:${id === "everybody" ? id : "7"}`,
      ),
    ),
  ),
);

test("every subject that the code writes reads as words in both languages, or leads to a member", () => {
  expect(subjects.size).toBeGreaterThan(10);
  for (const locale of LOCALES) {
    const t = translator(locale);
    for (const subject of subjects) {
      if (subject === "member:7" || subject === "text:7") continue;
      expect.soft(subjectWords(t, subject), subject).not.toBe(subject);
      expect.soft(subjectWords(t, subject), subject).not.toMatch(/[a-z-]+:|everybody 7/);
    }
    const everybody = subjectWords(t, "person:everybody");
    if (locale === "zh-CN") expect(everybody).not.toMatch(/[a-z]/);
  }
});
