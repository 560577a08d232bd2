import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import type { ClaimActReply } from "#app/modules/claims/claim-act.ts";
import { enterOrder } from "#app/modules/claims/enter-order.server.ts";
import { ClaimActionForm } from "#app/modules/claims/forms.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { lookAfterClaim } from "#app/modules/claims/look-after-claim.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";

/** What one of the forms on a claim's page came to. */
export type ClaimAnswered =
  | { ok: true; done: "looked-after" | "granted" | "on-statement" | "refused" | "waiting" }
  | ({ ok: false } & ClaimActReply);

type Answers =
  | Awaited<ReturnType<typeof linkOrder>>
  | Awaited<ReturnType<typeof enterOrder>>
  | Awaited<ReturnType<typeof refuseClaim>>
  | Awaited<ReturnType<typeof lookAfterClaim>>;

/**
 * Does what one of the forms on a claim's page asks for.
 *
 * @throws Response 404 where there is no such claim.
 */
export async function actOnClaim(
  claimId: number,
  fields: FormData,
  staff: Actor,
): Promise<ClaimAnswered> {
  const form = parseForm(fields, ClaimActionForm);
  const intent = fields.get("intent")?.toString() ?? null;
  if (form.status !== "success") {
    return { ok: false, intent, form: form.reply(), refusal: null };
  }
  const answer = await carryOut(claimId, form.value, staff);
  if (!answer.ok) {
    if (answer.refusal === "no-such-claim") throw new Response(null, { status: 404 });
    return { ok: false, intent, form: form.reply(), refusal: answer.refusal };
  }
  if ("state" in answer) return { ok: true, done: answer.state };
  return { ok: true, done: intent === "refuse" ? "refused" : "looked-after" };
}

async function carryOut(
  claimId: number,
  value: z.output<typeof ClaimActionForm>,
  staff: Actor,
): Promise<Answers> {
  switch (value.intent) {
    case "take":
      return lookAfterClaim(claimId, { to: staff.by, from: null }, staff);
    case "hand-over":
      return lookAfterClaim(claimId, { to: value.to, from: value.from ?? null }, staff);
    case "link":
      return linkOrder(claimId, value.orderId, staff);
    case "enter":
      return enterOrder(claimId, value, staff);
    case "refuse":
      return refuseClaim(claimId, value.reason, staff);
  }
}
