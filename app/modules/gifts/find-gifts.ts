import { type Fulfilment, type GiftKind, giftKinds } from "./gift.ts";

/** What somebody looks for in the catalogue. */
export type GiftSearch = { words: string; kind: GiftKind | null };

/** The most letters of a search that are looked at. */
const LONGEST = 100;

/** Reads a search from an address; what is no kind looks for all of them. */
export function readGiftSearch(query: URLSearchParams): GiftSearch {
  const kind = query.get("kind");
  return {
    words: (query.get("q") ?? "").trim().slice(0, LONGEST),
    kind: giftKinds.find((each) => each === kind) ?? null,
  };
}

type Named = {
  kind: GiftKind;
  fulfilment: Fulfilment;
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
};

/** Whether a gift is of a kind; what comes as a voucher is one too, whatever it is good for. */
const isOf = (kind: GiftKind, gift: Named) =>
  gift.kind === kind || (kind === "voucher" && gift.fulfilment === "voucher");

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/**
 * Gifts of a kind that have every word looked for in what they are called or what is said of them, in either
 * language: an owner who reads English may well have heard of a gift in Chinese.
 */
export function findGifts<Gift extends Named>(
  gifts: readonly Gift[],
  { words, kind }: GiftSearch,
): Gift[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return gifts.filter((gift) => {
    if (kind !== null && !isOf(kind, gift)) return false;
    const said = plain([gift.titleEn, gift.titleZh, gift.aboutEn, gift.aboutZh].join("\n"));
    return wanted.every((word) => said.includes(word));
  });
}
