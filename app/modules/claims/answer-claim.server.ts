import type { Actor } from "#app/modules/access/actor.ts";
import { overtakeOfClaim } from "#app/modules/adjustments/overtake.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadEntryPoints } from "#app/modules/ledger/load-entry.server.ts";
import { orderInFigures } from "#app/modules/visits/typed-order.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { writeClaimLetter } from "./claim-letter.server.ts";
import type { OpenClaim } from "./open-claim.server.ts";
import { loadOrderInFigures } from "./order-in-figures.server.ts";

/** What a claim ends in. */
export type ClaimAnswer =
  | { state: "granted" | "on-statement"; orderId: number; entryId: number }
  | { state: "refused"; reason: string; orderId?: number };

/**
 * Ends a claim that the caller's transaction has locked, and tells its member. Whoever answers a claim that
 * nobody looked after has looked after it.
 *
 * @param staff null where the order's coming answered it.
 * @returns the points that were booked for it.
 */
export async function answerClaim(
  tx: Db,
  claim: Pick<OpenClaim, "id" | "ownerId">,
  answer: ClaimAnswer,
  staff: Actor | null,
): Promise<number> {
  const entryId = answer.state === "refused" ? null : answer.entryId;
  const reason = answer.state === "refused" ? answer.reason : null;
  const orderId = answer.orderId ?? null;
  await tx.pointsClaim.update({
    where: { id: claim.id },
    data: {
      state: answer.state,
      orderId,
      entryId,
      reason,
      ownerId: claim.ownerId ?? staff?.by ?? null,
      decidedBy: staff?.by ?? null,
      decidedAt: new Date(),
    },
    select: { id: true },
  });
  await overtakeOfClaim(tx, claim.id);
  const points =
    entryId === null || answer.state !== "granted" ? 0 : await loadEntryPoints(tx, entryId);
  if (staff) {
    await writeAudit(tx, {
      personId: staff.by,
      action: `claim.${answer.state}`,
      subject: `claim:${claim.id}`,
      detail: { orderId, about: await aboutOrder(tx, orderId), entryId, points },
      address: staff.address,
    });
  }
  await writeClaimLetter(tx, claim.id, {
    step: answer.state,
    ...(answer.state === "granted" ? { points } : {}),
    ...(reason === null ? {} : { reason }),
  });
  return points;
}

async function aboutOrder(tx: Db, orderId: number | null): Promise<string | null> {
  const order = orderId === null ? null : await loadOrderInFigures(tx, orderId);
  return order && orderInFigures(order, await loadClub(tx));
}
