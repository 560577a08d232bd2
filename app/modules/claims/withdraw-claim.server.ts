import { overtakeOfClaim } from "#app/modules/adjustments/overtake.server.ts";
import { db } from "#app/platform/db.server.ts";
import { writeClaimLetter } from "./claim-letter.server.ts";

export type WithdrawnClaim = { ok: true } | { ok: false; refusal: "answered-already" };

/**
 * Takes a member's own claim back. Doing it twice is doing it once.
 *
 * @returns null where the member has no such claim.
 */
export async function withdrawClaim(
  claimId: number,
  { memberId, personId }: { memberId: number; personId: number },
): Promise<WithdrawnClaim | null> {
  return db().$transaction(async (tx): Promise<WithdrawnClaim | null> => {
    const withdrawn = await tx.pointsClaim.updateMany({
      where: { id: claimId, memberId, state: "open" },
      data: { state: "withdrawn", decidedBy: personId, decidedAt: new Date() },
    });
    if (withdrawn.count === 0) {
      const claim = await tx.pointsClaim.findFirst({ where: { id: claimId, memberId } });
      if (!claim) return null;
      return claim.state === "withdrawn"
        ? { ok: true }
        : { ok: false, refusal: "answered-already" };
    }
    await overtakeOfClaim(tx, claimId);
    await writeClaimLetter(tx, claimId, { step: "withdrawn" });
    return { ok: true };
  });
}
