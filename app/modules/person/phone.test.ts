import { expect, test } from "vitest";
import { readPhone } from "./phone.ts";

test.each([
  ["eleven digits", "13912345678"],
  ["with the country", "+8613912345678"],
  ["with the country and a space", "+86 13912345678"],
  ["with 0086", "0086 13912345678"],
  ["with 86 alone", "8613912345678"],
  ["in groups", "139 1234 5678"],
  ["with dashes", "139-1234-5678"],
  ["with brackets", "(+86) 139-1234-5678"],
  ["in full width", "１３９１２３４５６７８"],
  ["behind a tab", "\t13912345678"],
  ["as a formula", '="13912345678"'],
])("a mainland number %s is one number", (_case, text) => {
  expect(readPhone(text)).toBe("+8613912345678");
});

test.each([
  ["+49 171 1234567", "+491711234567"],
  ["+1 (212) 555-0123", "+12125550123"],
  ["0044 20 7946 0958", "+442079460958"],
])("%s is a number abroad", (text, phone) => {
  expect(readPhone(text)).toBe(phone);
});

test.each([
  ["empty", ""],
  ["masked", "139****5678"],
  ["masked with x", "139xxxx5678"],
  ["a digit short", "1391234567"],
  ["a digit long", "139123456789"],
  ["of a series that does not exist", "12912345678"],
  ["a landline without its country", "0571-8888 8888"],
  ["a landline called mobile", "+86 571 8888 8888"],
  ["too long for any country", "+1234567890123456"],
  ["a country code of nought", "+0123456789"],
  ["words", "none"],
])("a number that is %s is none", (_case, text) => {
  expect(readPhone(text)).toBeNull();
});
