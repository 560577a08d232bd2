import fc from "fast-check";
import { expect, test } from "vitest";
import { readSearch } from "./search-terms.ts";

const meant = (typed: string) =>
  Object.fromEntries(Object.entries(readSearch(typed)).filter(([, value]) => value !== null));

test.each([
  ["a member number", "M00010009", { memberNumber: "M00010009" }],
  [
    "a member number as it stands on the card, in groups",
    "m 0001 0009",
    { memberNumber: "M00010009" },
  ],
  ["a member number without its M", "00010009", { memberNumber: "M00010009" }],
  ["the start of a member number", "M0001", { memberNumberStart: "M0001" }],
  ["a mobile number in groups", "188 0648 0894", { phone: "+8618806480894" }],
  ["a mobile number with its country", "+86 188-0648-0894", { phone: "+8618806480894" }],
  ["the end of a phone number", "0894", { phoneEnd: "0894" }],
  ["a landline with the nought of its city", "010-8888 9999", { phoneEnd: "1088889999" }],
  ["a plate with a dot and in lower case", "鄂gd·39099", { plate: "鄂GD39099" }],
  ["a plate in full width", "鄂Ｇ－Ｄ３９０９９", { plate: "鄂GD39099" }],
  ["a plate without its province", "D39099", { plateEnd: "D39099" }],
  ["a VIN with spaces", "wbad25ut 0j309 5119", { vin: "WBAD25UT0J3095119" }],
  ["the end of a VIN", "095119", { vinEnd: "095119", phoneEnd: "095119" }],
  ["an e-mail address in capitals", "Owner00000@MARQUE.test", { email: "owner00000@marque.test" }],
  ["the start of an e-mail address", "owner00", { emailStart: "owner00" }],
  ["a sound", "Chen", { nameSound: { whole: "chen", words: ["chen"] } }],
  [
    "a sound with tones, blanks and an apostrophe",
    "lǚ Xī'ān",
    { nameSound: { whole: "lvxian", words: ["lv", "xi", "an"] } },
  ],
  ["a name", " 杜建 ", { namePart: "杜建" }],
  ["one character of a name", "杜", { namePart: "杜" }],
  [
    "a card's link",
    "https://club.example/card/q8Kx_2-LmZr0TbV4nW7cYa",
    { cardToken: "q8Kx_2-LmZr0TbV4nW7cYa" },
  ],
  ["a card's token", "q8Kx_2-LmZr0TbV4nW7cYa", { cardToken: "q8Kx_2-LmZr0TbV4nW7cYa" }],
])("%s", (_case, typed, terms) => {
  expect(meant(typed)).toMatchObject(terms);
});

test.each([
  ["nothing", ""],
  ["spaces and what cannot be seen", " \u0000\u200b\t\n "],
  ["a per cent sign", "%"],
  ["an underscore", "_"],
  ["an apostrophe", "'"],
  ["an emoji", "🚗"],
  ["half an emoji", "\ud83d"],
])("%s is looked for nowhere", (_case, typed) => {
  const { text: _text, ...terms } = readSearch(typed);
  expect(Object.values(terms).filter((value) => value !== null)).toEqual([]);
});

test("whatever is typed gives terms that any column could hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (typed) => {
      const { text } = readSearch(typed);
      expect(text).not.toMatch(/[\p{Cs}\p{Cc}]/u);
      expect(Array.from(text).length).toBeLessThanOrEqual(200);
    }),
  );
});
