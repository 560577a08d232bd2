import { MOST_GOALS, pinGift, unpinGift } from "#app/modules/goals/pin-gift.server.ts";
import { ShipGiftForm, TakeGiftForm } from "#app/modules/redemptions/forms.ts";
import { type GiftRefusal, redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import type { FormReply } from "#app/site/form-errors.ts";

/** Why nothing happened. */
export type GiftFormRefusal = GiftRefusal | { refusal: "too-many-goals"; most: number };

/** What a gift's page shows after a form of it was not taken. */
export type GiftFormReply = { form: FormReply; refused: GiftFormRefusal | null };

type Done = { to: string } | { reply: GiftFormReply; status: 400 | 409 };

/** Takes a gift as the form says. Whatever is wrong, all that was typed is in the reply. */
export async function takeFromForm(
  fields: FormData,
  member: { id: number; person: { id: number } },
  giftId: number,
): Promise<Done> {
  const shipped = fields.get("delivery") === "ship";
  const form = parseForm(fields, shipped ? ShipGiftForm : TakeGiftForm);
  if (form.status !== "success") {
    return { reply: { form: form.reply(), refused: null }, status: 400 };
  }
  const { variant, quantity, points, moneyMinor, requestKey, ...delivery } = form.value;
  const collected = "recipient" in delivery ? null : delivery;
  const answer = await redeemGift({
    memberId: member.id,
    wanted: [{ variantId: variant, quantity, seenPrice: { points, moneyMinor } }],
    collectStoreId: collected?.store ?? null,
    collectorName: collected?.collector ?? null,
    address: "recipient" in delivery ? addressIn(delivery) : null,
    requestKey,
    by: member.person.id,
  });
  if (answer.ok) {
    // What was saved for is had.
    await unpinGift(member.id, giftId);
    return { to: `/my/redemptions/${answer.redemptionIds[0]}?done=taken` };
  }
  if (answer.refusal === "no-such-gift") return { to: "/my/gifts?done=gone" };
  return { reply: { form: form.reply(), refused: answer }, status: 409 };
}

type Address = { recipient: string; phone: string; lines: string; postalCode?: string };

const addressIn = ({ recipient, phone, lines, postalCode }: Address): Address => ({
  recipient,
  phone,
  lines,
  ...(postalCode && { postalCode }),
});

/** Saves for a gift, or no longer. */
export async function pinFromForm(
  fields: FormData,
  memberId: number,
  giftId: number,
): Promise<Done> {
  const intent = fields.get("intent");
  if (intent === "unpin") {
    await unpinGift(memberId, giftId);
    return { to: `/my/gifts/${giftId}?done=unpinned` };
  }
  if (intent !== "pin") throw new Response(null, { status: 400 });
  const answer = await pinGift(memberId, giftId);
  if (answer.ok) return { to: `/my/gifts/${giftId}?done=pinned` };
  if (answer.refusal === "no-such-gift") throw new Response(null, { status: 404 });
  const refused = { refusal: "too-many-goals", most: MOST_GOALS } as const;
  return { reply: { form: {}, refused }, status: 409 };
}
