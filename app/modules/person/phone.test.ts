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
  ["with the country twice", "+86 86 139 1234 5678"],
  ["as our own export defuses it", "'+8613912345678"],
  ["behind a tab", "\t13912345678"],
  ["as a formula", '="13912345678"'],
  ["as a telephone's contacts copy it", "\u202d+86 139 1234 5678\u202c"],
])("a mainland number %s is one number", (_case, text) => {
  expect(readPhone(text)).toBe("+8613912345678");
});

test.each([
  ["+49 171 1234567", "+491711234567"],
  ["+1 (212) 555-0123", "+12125550123"],
  ["0044 20 7946 0958", "+442079460958"],
  ["+852 852 9123 4567", "+85291234567"],
  ["+852 9123 4567", "+85291234567"],
  ["00852 852 91234567", "+85291234567"],
  ["+65 65 9123 4567", "+6591234567"],
  ["+44 (0)7700 900124", "+447700900124"],
  ["+44 07700 900124", "+447700900124"],
  ["+49 (0)171 1234567", "+491711234567"],
  ["+81 (0)90-1234-5678", "+819012345678"],
  ["+886 0912 345 678", "+886912345678"],
  ["+7 8 912 345-67-89", "+79123456789"],
  ["+39 06 698 12345", "+390669812345"],
  ["+353 86 123 4567", "+353861234567"],
])("%s is a number abroad", (text, phone) => {
  expect(readPhone(text)).toBe(phone);
});

test.each(["+852", "+1", "+44"])("beside %s a mainland mobile is the same number", (abroad) => {
  expect(readPhone("139 1234 5678", abroad)).toBe("+8613912345678");
});

test("beside its country a number of that country stays", () => {
  expect(readPhone("1 415 555 2671", "+1")).toBe("+14155552671");
  expect(readPhone("9123 4567", "+852")).toBe("+85291234567");
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
  ["of a country that there is none of", "+999 1234 5678"],
  ["too short for its country", "+44 7700 9"],
  ["a country code of nought", "+0123456789"],
  ["words", "none"],
])("a number that is %s is none", (_case, text) => {
  expect(readPhone(text)).toBeNull();
});
