import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import type { CertificateSays } from "#app/modules/certificates/certificate.ts";
import { canSet, certificatesPdf } from "#app/modules/certificates/certificate-pdf.server.ts";
import { wordsOf } from "#app/modules/certificates/certificate-words.ts";
import { whyNotPrintable } from "#app/modules/certificates/printable.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";

const says: CertificateSays = {
  event: { en: "Trees for the lake", zh: "湖畔植树" },
  drawing: "tree-planting",
  startsAt: new Date("2027-03-14T05:00:00Z"),
  place: { en: "North shore", zh: "北岸" },
  ...{ contest: null, bracket: null, rank: null, award: null },
  impact: { en: "3 trees planted", zh: "3 棵树" },
};
const by = {
  club: { en: "Lakeside Owners’ Club", zh: "湖畔车友会" },
  timeZone: "Asia/Shanghai",
  address: "club.example.com/certificates",
};
const words = (name: string, locale: Locale, changes: Partial<CertificateSays> = {}) =>
  wordsOf(
    {
      ...{ code: "7G3K9QPAX2MD", name },
      kind: changes.rank ? "place" : changes.award ? "award" : "took-part",
      says: { ...says, ...changes },
    },
    by,
    { locale, t: translator(locale) },
  );

let drawing = "";
beforeAll(() => {
  drawing = renderToStaticMarkup(createElement(EventDrawing, { name: "tree-planting" }));
});

async function pdfOf(printed: ReturnType<typeof words>[]): Promise<Uint8Array> {
  const sheets = printed.map((each) => ({
    words: each,
    drawing,
    link: "https://club.example.com",
  }));
  const file = certificatesPdf(sheets, { title: "Certificates", logo: null, locale: "en" });
  return new Uint8Array(await new Response(file).arrayBuffer());
}

/** The pages of a PDF as a reader finds them, line by line. */
async function read(file: Uint8Array): Promise<string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: file, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join("\n"));
  }
  return pages;
}

const RARE = [
  "𠮷田",
  "〇",
  "㐂",
  "龘",
  "吳寶釵",
  "Łukasz Ňguyễn",
  "Ольга",
  "さくら",
  "김민수",
  "林静怡 Emily",
];

test("a PDF says in its reader's language what the page says, one certificate a page", async () => {
  const pages = await read(
    await pdfOf([
      words("Mia", "en"),
      words("林静怡", "zh-CN"),
      words("Mia", "en", { contest: { en: "The car as I see it", zh: "我眼中的爱车" }, rank: 2 }),
    ]),
  );
  expect(pages).toHaveLength(3);
  for (const said of ["Mia", "was with us at “Trees for the lake”", "7G3K-9QPA-X2MD", "3 trees"]) {
    expect(pages[0]).toContain(said);
  }
  expect(pages[1]).toContain("林静怡");
  expect(pages[1]).toContain("参加了“湖畔植树”");
  expect(pages[2]).toContain("won 2nd place in “The car as I see it”");
});

test("rare characters and letters of other languages are set as they are", async () => {
  expect(RARE.map((name) => whyNotPrintable(words(name, "zh-CN"), canSet))).toEqual(
    RARE.map(() => null),
  );
  const pages = await read(await pdfOf(RARE.map((name) => words(name, "zh-CN"))));
  RARE.forEach((name, place) => {
    expect(pages[place]).toContain(name.normalize("NFC"));
  });
});

test.each([
  ["محمد علي", "script"],
  ["דוד", "script"],
  ["สมชาย", "script"],
  ["राम", "script"],
  ["Mia 🚗", "no-glyph"],
  ["x̌u", "marks"],
  ["Mia\u202e", "hidden"],
])("%s is for the page to print", (name, why) => {
  expect(whyNotPrintable(words(name, "en"), canSet)).toMatchObject({ why, of: "name" });
});

test("an event whose own words cannot be set says so of them, not of the names", () => {
  const there = { en: "حديقة", zh: "公园" };
  expect(whyNotPrintable(words("Mia", "en", { place: there }), canSet)).toMatchObject({
    why: "script",
    of: "words",
  });
  expect(whyNotPrintable(words("Mia", "zh-CN", { place: there }), canSet)).toBeNull();
});

test("a name of sixty characters is on its certificate whole", async () => {
  const latin = "Maximiliana Alexandrina von und zu Hohenlohe-Waldenburg Six".padEnd(60, "x");
  const han = "林".repeat(60);
  const pages = await read(await pdfOf([words(latin, "en"), words(han, "zh-CN")]));
  expect(pages[0]?.replace(/\s+/g, "")).toContain(latin.replaceAll(" ", ""));
  expect(pages[1]?.replace(/\s+/g, "")).toContain(han);
});

test("a file of which nobody takes more is given up without a word", async () => {
  const sheets = Array.from({ length: 60 }, () => ({
    ...{ words: words("Mia", "en"), drawing, link: "https://club.example.com" },
  }));
  const reader = certificatesPdf(sheets, {
    ...{ title: "Certificates", logo: null, locale: "en" },
  }).getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await reader.read()).done).toBe(true);
});
