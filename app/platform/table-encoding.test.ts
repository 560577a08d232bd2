import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { guessEncoding, readingsOf, type TableEncoding } from "./table-encoding.ts";

const HEADER = "member_number,name,phone,email\r\n";
const WESTERN = ["Jürgen Groß", "José Núñez", "François Lefèvre", "Zoë Müller", "Søren Ågård"];
const SIMPLIFIED = ["张伟", "王秀英", "热合曼·艾山", "欧阳娜娜", "闫磊"];
const TRADITIONAL = ["陳怡君", "張淑芬", "賴建宏", "歐陽雅婷", "鄭詠晴"];

/** A roster with these names in an encoding, and what is made of it. */
function guessed(names: readonly string[], encoding: string) {
  const rows = names.map((name, at) => `M${at},${name},1380000000${at},o${at}@club.test\r\n`);
  const bytes = iconv.encode(HEADER + rows.join(""), encoding);
  return { bytes, guess: guessEncoding(bytes, isUtf8(bytes)) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe("the encoding is found from two names on", () => {
  const kinds: [string, readonly string[], TableEncoding][] = [
    ["Western names", WESTERN, "windows-1252"],
    ["simplified names", SIMPLIFIED, "gb18030"],
    ["traditional names", TRADITIONAL, "big5"],
    ["Western names", WESTERN, "utf-8"],
    ["simplified names", SIMPLIFIED, "utf-8"],
    ["traditional names", TRADITIONAL, "utf-8"],
  ];
  test.each(kinds)("%s %#", (_what, names, encoding) => {
    for (let at = 0; at + 1 < names.length; at++) {
      for (const some of [names.slice(at, at + 2), names.slice(at), names]) {
        expect(guessed(some, encoding).guess, some.join()).toEqual({ sure: true, encoding });
      }
    }
  });
});

test("a single Western name is never taken for a Chinese one", () => {
  for (const name of [...WESTERN, "O’Neil", "Günther Schäfer", "Élise", "Renée"]) {
    const { guess } = guessed([name], "windows-1252");
    expect(guess, name).toEqual({ sure: true, encoding: "windows-1252" });
  }
  for (const name of ["Ñíguez", "Ærø", "Ýr", "ÖÄÜ", "É"]) {
    const { guess } = guessed([name], "windows-1252");
    expect(guess.sure ? guess.encoding : "asked", name).toMatch(/windows-1252|asked/);
  }
});

test("whatever is taken for sure is what it was", () => {
  const all = [...SIMPLIFIED, "标致", "联通", "迈腾", "㐂", "𠮷野", "小李", "丁", "熙茜", "芮翀"];
  for (const name of all) {
    const { guess } = guessed([name], "gb18030");
    expect(guess.sure ? guess.encoding : "asked", name).toMatch(/gb18030|asked/);
  }
});

test.each([
  ["Cyrillic", ["Иванов", "Смирнова"], "windows-1251"],
  ["Japanese", ["山田太郎", "佐藤花子"], "shift_jis"],
  ["Polish", ["Łukasz Żółć", "Wiśniewska"], "windows-1250"],
  ["an old Mac's", ["Jürgen Groß"], "macintosh"],
])("%s in an encoding that is not read here is asked about", (_what, names, encoding) => {
  expect(guessed(names, encoding).guess.sure).toBe(false);
});

test("a doubt is shown as the first names in two readings", () => {
  const { bytes, guess } = guessed(["联通"], "gb18030");
  expect(guess).toMatchObject({ sure: false });
  const candidates = guess.sure ? [] : guess.candidates;
  const readings = readingsOf(bytes, candidates);
  expect(readings).toHaveLength(2);
  expect(readings[0]).toEqual({ encoding: "gb18030", text: "联通" });
  expect(readings[1]?.text).not.toBe("联通");
});

test("Windows' own signs are read as such, not as those of ISO 8859-1", () => {
  const bytes = iconv.encode("O’Neil,€\r\n", "windows-1252");
  expect(readingsOf(bytes, ["windows-1252"])).toEqual([
    { encoding: "windows-1252", text: "O’Neil" },
  ]);
});
