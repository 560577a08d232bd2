import { expect, test } from "vitest";
import { consentWording } from "./consent-kinds.ts";

test("the words that somebody saw are named with their version and language", () => {
  expect(consentWording("club-news", "zh-CN")).toBe("club-news-1 zh-CN");
});

test("where nobody read any, there is no language", () => {
  expect(consentWording("photos", null)).toBe("photos-1");
});
