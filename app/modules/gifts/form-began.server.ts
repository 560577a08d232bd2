import { createHash } from "node:crypto";
import { type GiftField, giftFields, type TypedGift } from "./gift-fields.ts";

/** How a gift stood when its form began, small enough to travel with the form: a digest of each field. */
export const beganWith = (typed: TypedGift): string =>
  giftFields.map((field) => digest(typed[field])).join(".");

/** The fields that differ from how they stood when a form began; all of them where it does not say. */
export function changedSince(began: string, typed: TypedGift): Set<GiftField> {
  const digests = began.split(".");
  return new Set(giftFields.filter((field, place) => digests[place] !== digest(typed[field])));
}

/**
 * Takes into a form what somebody else has saved since it began: what was not touched here becomes what it is now,
 * what was typed here stays.
 *
 * @returns the form, and the fields that the other has changed.
 */
export function takeIn(
  typed: TypedGift,
  began: string,
  now: TypedGift,
): { typed: TypedGift; changed: GiftField[] } {
  const touched = changedSince(began, typed);
  const fields = giftFields.map((field) => [field, (touched.has(field) ? typed : now)[field]]);
  return {
    typed: Object.fromEntries(fields) as TypedGift,
    changed: [...changedSince(began, now)],
  };
}

/** Line ends and spaces at the ends are the browser's, and no change. */
const digest = (text: string) =>
  createHash("sha256").update(text.replace(/\r\n?/g, "\n").trim()).digest("base64url").slice(0, 8);
