import type { Actor } from "#app/modules/access/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { answerClaim } from "./answer-claim.server.ts";
import { type ClaimRefusal, lockOpenClaim } from "./open-claim.server.ts";

/**
 * Refuses a claim with a reason in plain words, which its member reads.
 *
 * @param reason not empty.
 */
export async function refuseClaim(
  claimId: number,
  reason: string,
  staff: Actor,
): Promise<{ ok: true } | ({ ok: false } & ClaimRefusal)> {
  return db().$transaction(async (tx) => {
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    await answerClaim(tx, locked.claim, { state: "refused", reason }, staff);
    return { ok: true };
  });
}
