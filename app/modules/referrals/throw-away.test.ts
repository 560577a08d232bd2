import { expect, test } from "vitest";
import { isThrowAway } from "./throw-away.ts";

test.each([
  ["mailinator.com", true],
  ["MAILINATOR.COM", true],
  ["anything.mailinator.com", true],
  ["notmailinator.com", false],
  ["mailinator.com.example", false],
  ["qq.com", false],
  ["com", false],
  ["", false],
])("%j: %s", (domain, is) => {
  expect(isThrowAway(domain)).toBe(is);
});
