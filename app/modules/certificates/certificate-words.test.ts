import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { CertificateSays } from "./certificate.ts";
import { inOneLine } from "./certificate-words.ts";

const both = (en: string, zh: string) => ({ en, zh });
const won = {
  event: both("Drawing day", "绘画日"),
  contest: both("Drawing contest", "绘画比赛"),
  bracket: both("Junior", "少年组"),
  rank: 2,
} as CertificateSays;

test("clauses stand in one line as each language writes them", () => {
  const line = (locale: "en" | "zh-CN") =>
    inOneLine("place", won, { locale, t: translator(locale) });
  expect(line("en")).toBe("won 2nd place in “Drawing contest” (Junior) at “Drawing day”");
  expect(line("zh-CN")).toBe("在“绘画比赛”少年组中荣获第 2 名，于“绘画日”活动现场");
});
