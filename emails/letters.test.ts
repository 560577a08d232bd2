import { describe, expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { LOCALES, type Locale } from "#app/platform/words/locale.ts";
import { letterSamples } from "../tests/support/letter-samples/index.ts";
import { composeLetter, type LetterProps, type TemplateName } from "./compose-letter.tsx";
import type { LetterContext } from "./letter-context.ts";

const context = (locale: Locale): LetterContext => ({
  t: translator(locale),
  locale,
  clubName: locale === "en" ? "Lakeside Owners' Club" : "湖畔车友会",
  timeZone: "Asia/Shanghai",
  origin: "https://club.example.test",
  unsubscribe: null,
  picture: null,
});

const everyLetter = Object.entries(letterSamples).flatMap(([name, list]) =>
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

/** A letter's words without its addresses and without what people wrote themselves. */
function ownWords(text: string, props: object): string {
  const quoted = Object.values(props).filter((value) => typeof value === "string");
  return quoted.reduce((rest, said) => rest.replace(said, ""), text.replace(/https:\S+/g, ""));
}

describe("every letter in every language", () => {
  test.each(everyLetter)("%s in %s (%i)", async (name, locale, _index, props) => {
    const { subject, html, text } = await composeLetter(name, context(locale), props);
    expect(subject).not.toMatch(/mail\.|\{|undefined/);
    expect(html).toContain(`lang="${locale}"`);
    for (const about of ["rules", "privacy", "contact"]) {
      expect(html).toContain(`href="https://club.example.test/about/${about}"`);
    }
    for (const body of [html.replace(/<style>[\s\S]*?<\/style>/g, ""), text]) {
      expect(body).not.toMatch(/\bmail\.[a-z]|undefined|NaN|\[object/);
    }
    if (locale === "zh-CN")
      expect(ownWords(text, props)).not.toMatch(/\b(?:the|you|your|points|of)\b/i);
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
    "800 points expire after 30 Nov 2026",
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
  const [, long] = letterSamples["points-digest"];
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

test("a claim's answer names its points and leads to the claim", async () => {
  const [, granted] = letterSamples["claim-step"];
  const { text } = await compose("claim-step", "en", granted as LetterProps["claim-step"]);
  expect(text).toContain("+128");
  expect(text).toContain("https://club.example.test/my/claims/7");
});

test("gold's last day is the club's day, and what keeps it is said in money", async () => {
  const [ending] = letterSamples["tier-warning"];
  const letter = await compose("tier-warning", "en", ending as LetterProps["tier-warning"]);
  expect(letter.subject).toBe("Your Gold holds until 30 Nov 2026");
  expect(letter.text).toContain("¥1,200 of service before the end of 30 Nov 2026 keeps it.");
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

test("a picture is part of its letter, and says what it is of", async () => {
  const [, thanks] = letterSamples["event-thanks"];
  const props = thanks as LetterProps["event-thanks"];
  const { html } = await composeLetter(
    "event-thanks",
    { ...context("en"), picture: "picture.jpg" },
    props,
  );
  expect(html).toMatch(/<img[^>]*alt="A picture of Tree planting day"[^>]*src="cid:picture\.jpg"/);
  expect(html).not.toMatch(/src="(?!cid:)/);
});
