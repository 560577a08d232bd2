import { expect, test } from "vitest";
import { agreedVersion, consentWording } from "./consent-kinds.ts";

test("the words that somebody saw are named with their version and language", () => {
  expect(consentWording("club-news", "zh-CN")).toBe("club-news-1 zh-CN");
});

test("where nobody read any, there is no language", () => {
  expect(consentWording("photos", null)).toBe("photos-1");
});

test("of the club's rules the version is named that somebody read, and read back from that name", () => {
  const wording = consentWording("terms", "en", 12);
  expect(wording).toBe("terms-12 en");
  expect(agreedVersion(wording)).toBe(12);
  expect(agreedVersion(consentWording("service-messages", "en"))).toBe(1);
});
