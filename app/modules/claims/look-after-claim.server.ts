import type { Actor } from "#app/modules/access/actor.ts";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { type ClaimRefusal, lockOpenClaim } from "./open-claim.server.ts";

export type LookedAfter =
  | { ok: true }
  | ({ ok: false } & (ClaimRefusal | { refusal: "taken-already" | "cannot-decide" }));

/**
 * Makes somebody the one who looks after a claim: the one who asks, or whom they hand it to.
 *
 * @param change.to who looks after it from now on; they have to be allowed to answer claims.
 * @param change.from who did so when the page was read: where that is no longer so, nothing changes.
 */
export async function lookAfterClaim(
  claimId: number,
  change: { to: number; from: number | null },
  staff: Actor,
): Promise<LookedAfter> {
  return db().$transaction(async (tx): Promise<LookedAfter> => {
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    const { ownerId, memberId } = locked.claim;
    if (ownerId === change.to) return { ok: true };
    if (ownerId !== change.from) return { ok: false, refusal: "taken-already" };
    if (!(await mayDecide(tx, change.to, memberId))) {
      return { ok: false, refusal: "cannot-decide" };
    }
    await tx.pointsClaim.update({
      where: { id: claimId },
      data: { ownerId: change.to },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: staff.by,
      action: change.to === staff.by ? "claim.taken" : "claim.handed-over",
      subject: `claim:${claimId}`,
      detail: { from: ownerId, to: change.to },
      address: staff.address,
    });
    return { ok: true };
  });
}

/** Whether somebody may answer claims, and this one is not their own. */
async function mayDecide(tx: Db, personId: number, memberId: number): Promise<boolean> {
  const found = await tx.person.count({
    where: {
      id: personId,
      closedAt: null,
      roles: { some: { role: { in: [...PERMISSIONS["claims.decide"]] } } },
      NOT: { member: { id: memberId } },
    },
  });
  return found > 0;
}
