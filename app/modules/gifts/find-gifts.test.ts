import { expect, test } from "vitest";
import { findGifts, readGiftSearch } from "./find-gifts.ts";

const gifts = [
  {
    kind: "keepsake" as const,
    fulfilment: "collect" as const,
    titleEn: "Enamel key ring",
    titleZh: "珐琅钥匙扣",
    aboutEn: "In racing green.",
    aboutZh: "赛车绿。",
  },
  {
    kind: "car-care" as const,
    fulfilment: "voucher" as const,
    titleEn: "Showroom wash",
    titleZh: "精洗一次",
    aboutEn: "",
    aboutZh: "",
  },
];
const found = (query: string) =>
  findGifts(gifts, readGiftSearch(new URLSearchParams(query))).map(({ titleEn }) => titleEn);

test.each([
  ["everything, where nothing is looked for", "", ["Enamel key ring", "Showroom wash"]],
  ["in either case", "q=KEY", ["Enamel key ring"]],
  ["in the other language", "q=钥匙", ["Enamel key ring"]],
  ["in what is said of it", "q=赛车绿", ["Enamel key ring"]],
  ["every word, in any order, from both languages", "q=ring+珐琅", ["Enamel key ring"]],
  ["in full width too", "q=ｗａｓｈ", ["Showroom wash"]],
  ["nothing across the end of a text", "q=ringin", []],
  ["only of its kind", "kind=car-care", ["Showroom wash"]],
  ["a voucher as one too, whatever it is good for", "kind=voucher", ["Showroom wash"]],
  ["both at once", "kind=voucher&q=key", []],
  ["a kind that there is not is all of them", "kind=boat", ["Enamel key ring", "Showroom wash"]],
])("a search finds %s", (_case, query, titles) => {
  expect(found(query)).toEqual(titles);
});
