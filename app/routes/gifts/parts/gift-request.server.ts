import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import { giftFields, type TypedGift } from "#app/modules/gifts/gift-fields.ts";

/** What was typed into the form of a gift. */
export function typedGiftOf(form: FormData): TypedGift {
  const text = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(giftFields.map((field) => [field, text(field)])) as TypedGift;
}

/** The new price that whoever saves has agreed to, having seen what it means; null where they have not. */
export function readAgreed(form: FormData): GiftPrice | null {
  const match = /^(\d{1,9}):(\d{1,10})$/.exec(String(form.get("agreed") ?? ""));
  return match && { points: Number(match[1]), moneyMinor: Number(match[2]) };
}
