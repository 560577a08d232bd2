import { db } from "#app/platform/db.server.ts";
import { cancelOwnRedemption } from "./cancel-redemption.server.ts";
import type { StepRefusal } from "./take-step.server.ts";

/**
 * Cancels what a member took as they could themselves, until it is laid out for them. Cancelled already is
 * cancelled, so a retry is answered as the first time.
 */
export async function cancelOverApi(
  redemptionId: number,
): Promise<{ ok: true } | ({ ok: false } & StepRefusal)> {
  const redemption = await db().redemption.findUnique({
    where: { id: redemptionId },
    select: { memberId: true, member: { select: { personId: true } } },
  });
  if (!redemption) return { ok: false, refusal: "no-such-redemption" };
  const { memberId, member } = redemption;
  const answer = await cancelOwnRedemption(redemptionId, { memberId, personId: member.personId });
  if (!answer.ok && answer.refusal === "not-now" && answer.state === "cancelled") {
    return { ok: true };
  }
  return answer.ok ? { ok: true } : answer;
}
