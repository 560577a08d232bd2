import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { RedemptionActForm } from "#app/modules/redemptions/desk-forms.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver, undoHandOver } from "#app/modules/redemptions/hand-over.server.ts";
import { extendWaiting, makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import {
  deliverRedemption,
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import type { StepAnswer, StepRefusal } from "#app/modules/redemptions/take-step.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import type { FormReply } from "#app/site/form-errors.ts";

export type RedemptionActIntent = z.output<typeof RedemptionActForm>["intent"];

/** Why an act on a redemption that is there was not done. */
export type ActRefusal = Exclude<StepRefusal["refusal"], "no-such-redemption">;

/** What a form on a redemption's page is answered with, where it was not done. */
export type RedemptionActReply = {
  intent: string | null;
  form: FormReply;
  refusal: ActRefusal | null;
};

/**
 * Does what one of the forms on a redemption's page asks for.
 *
 * @param staff who acts, and whether they keep the gifts.
 * @throws Response 404 where there is no such redemption, or it is another's than the page showed.
 */
export async function actOnRedemption(
  id: number,
  fields: FormData,
  staff: Actor & { keepsGifts: boolean },
): Promise<{ ok: true; intent: RedemptionActIntent } | ({ ok: false } & RedemptionActReply)> {
  const form = parseForm(fields, RedemptionActForm);
  const intent = fields.get("intent")?.toString() ?? null;
  if (form.status !== "success") return { ok: false, intent, form: form.reply(), refusal: null };
  const answer = await carryOut(id, form.value, staff);
  if (answer.ok) return { ok: true, intent: form.value.intent };
  if (answer.refusal === "no-such-redemption") throw new Response(null, { status: 404 });
  return { ok: false, intent, form: form.reply(), refusal: answer.refusal };
}

async function carryOut(
  id: number,
  value: z.output<typeof RedemptionActForm>,
  staff: Actor & { keepsGifts: boolean },
): Promise<StepAnswer> {
  switch (value.intent) {
    case "ready":
      return makeReady(id, staff.by);
    case "hand-over":
      return handOver(id, { memberId: value.member, collector: value.collector }, staff);
    case "undo-hand-over":
      return undoHandOver(id, value.reason, staff);
    case "ship": {
      const { carrier, trackingNumber } = value;
      return shipRedemption(id, { carrier, trackingNumber }, staff);
    }
    case "deliver":
      return deliverRedemption(id, staff.by);
    case "return": {
      const { reason, toShelf } = value;
      return returnRedemption(id, { reason, toShelf }, staff);
    }
    case "exchange":
      return exchangeGift(id, { ...value, again: staff.keepsGifts }, staff);
    case "extend":
      return extendWaiting(id, value.reason, staff);
    case "cancel":
      return cancelRedemption(id, value.reason, staff);
  }
}
