import { describe, expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { LOCALES, type Locale } from "#app/platform/words/locale.ts";
import { composeLetter, type LetterProps, type TemplateName } from "./compose-letter.tsx";
import type { LetterContext } from "./letter-context.ts";

const context = (locale: Locale): LetterContext => ({
  t: translator(locale),
  locale,
  clubName: locale === "en" ? "Lakeside Owners' Club" : "湖畔车友会",
  timeZone: "Asia/Shanghai",
  origin: "https://club.example.test",
});

const visit = {
  settledAt: "2026-11-20T16:30:00Z",
  kind: "maintenance" as const,
  plate: "沪A12345",
  points: 256,
  pending: false,
};
const samples: { [Name in TemplateName]: LetterProps[Name][] } = {
  "sign-in-code": [
    { code: "042917", purpose: "sign-in", expiresAt: "2026-11-21T08:10:00Z" },
    { purpose: "set-password", expiresAt: "2026-11-21T08:10:00Z" },
  ],
  welcome: [
    { name: "Ada", memberNumber: "M10000017", tier: "gold", available: 1340, imported: true },
    { name: "Ada", memberNumber: "M10000017", tier: "silver", available: 0, imported: false },
  ],
  "points-digest": [
    { name: "Ada", visits: [visit], count: 1, points: 256, pending: 0, available: 1596 },
    {
      name: "Ada",
      visits: [
        visit,
        { ...visit, kind: "repair", plate: null, pending: true },
        { ...visit, kind: "accessories" },
      ],
      count: 9,
      points: 2_304,
      pending: 256,
      available: 0,
    },
  ],
  "points-lapsing": [
    { name: "Ada", points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 },
    { name: "Ada", points: 1, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 0 },
  ],
};

const everyLetter = Object.entries(samples).flatMap(([name, list]) =>
  LOCALES.flatMap((locale) =>
    list.map((props, index) => [name as TemplateName, locale, index, props] as const),
  ),
);

async function compose<Name extends TemplateName>(
  name: Name,
  locale: Locale,
  props: LetterProps[Name],
) {
  return composeLetter(name, context(locale), props);
}

describe("every letter in every language", () => {
  test.each(everyLetter)("%s in %s (%i)", async (name, locale, _index, props) => {
    const { subject, html, text } = await composeLetter(name, context(locale), props);
    expect(subject).not.toMatch(/mail\.|\{|undefined/);
    expect(html).toContain(`lang="${locale}"`);
    for (const body of [html.replace(/<style>[\s\S]*?<\/style>/g, ""), text]) {
      expect(body).not.toMatch(/\bmail\.[a-z]|undefined|NaN|\[object/);
    }
    if (locale === "zh-CN")
      expect(text.replace(/https:\S+/g, "")).not.toMatch(/\b(?:the|you|your|points|of)\b/i);
    expect(text.length).toBeGreaterThan(40);
  });

  test.each(everyLetter)(
    "%s in %s (%i) asks no other server for anything",
    async (name, locale, _index, props) => {
      const { html } = await composeLetter(name, context(locale), props);
      expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=/);
      for (const [, href] of html.matchAll(/href="([^"]+)"/g)) {
        expect(href).toMatch(/^https:\/\/club\.example\.test/);
      }
    },
  );
});

test("the code stands in the subject and in both forms, in two groups", async () => {
  const letter = await compose("sign-in-code", "en", {
    code: "042917",
    purpose: "sign-in",
    expiresAt: "2026-11-21T08:10:00Z",
  });
  for (const form of [letter.subject, letter.html, letter.text]) expect(form).toContain("042 917");
  expect(letter.text).toContain("16:10");
});

test("the last day is said, not the instant after it", async () => {
  const props = { name: "Ada", points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 };
  expect((await compose("points-lapsing", "en", props)).subject).toBe(
    "800 points lapse after 30 Nov 2026",
  );
  expect((await compose("points-lapsing", "zh-CN", props)).text).toContain("2026年11月30日");
});

test("imported members are led to choosing a password, others to their card", async () => {
  const props = { name: "Ada", memberNumber: "M10000017", tier: "silver" as const, available: 0 };
  const imported = await compose("welcome", "en", { ...props, imported: true });
  expect(imported.text).toContain("https://club.example.test/password");
  const joined = await compose("welcome", "en", { ...props, imported: false });
  expect(joined.text).toContain("https://club.example.test/my");
});

test("a digest lists visits with their sums and says how many it does not list", async () => {
  const [, long] = samples["points-digest"];
  const { text, subject } = await compose(
    "points-digest",
    "en",
    long as LetterProps["points-digest"],
  );
  expect(subject).toContain("2,304");
  expect(text).toMatch(/21 Nov 2026 · Maintenance · 沪A12345\s+\+256/);
  expect(text).toContain("and 6 earlier visits");
  expect(text).toContain("256 points are pending");
});

test("nothing stands between the characters of a Chinese letter", async () => {
  for (const [name, locale, , props] of everyLetter) {
    for (const called of ["林", "Ann 林", "欧阳建国"]) {
      const named = "name" in props ? { ...props, name: called } : props;
      const { html, text } = await compose(name, locale, named);
      expect(html + text).not.toMatch(/[\0\uFFFD]/);
    }
  }
});

test("what people are called cannot become markup", async () => {
  const name = '<b onclick="x">Eve</b> & "Co" {count} 😀';
  const { html } = await compose("points-lapsing", "en", {
    name,
    points: 5,
    lapsesAt: "2026-11-30T16:00:00Z",
    daysLeft: 3,
  });
  expect(html).not.toContain("<b onclick");
  expect(html).toContain("&lt;b onclick");
  expect(html).toContain("{count} 😀");
});
