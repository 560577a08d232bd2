import { type Db, db } from "#app/platform/db.server.ts";
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
    await writeClaimLetter(tx, claimId, { step: "withdrawn" });
    return { ok: true };
  });
}

/**
 * Withdraws whatever a member has open, without letters: for an account that closes. Runs in the caller's
 * transaction.
 *
 * @returns how many there were.
 */
export async function withdrawClaimsOf(db: Db, memberId: number): Promise<number> {
  const { count } = await db.pointsClaim.updateMany({
    where: { memberId, state: "open" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
  return count;
}

/**
 * Forgets what a member's claims hold of the person: notes and photos of invoices. What each ended in
 * stays. For an account that is closed for good; runs in the caller's transaction.
 */
export async function forgetClaimEvidence(db: Db, memberId: number): Promise<void> {
  await db.$executeRaw`
    with shown as (
      select photo_id from points_claim where member_id = ${memberId} and photo_id is not null
    ), forgotten as (
      update points_claim set note = null, photo_id = null where member_id = ${memberId}
    )
    delete from media where id in (select photo_id from shown)
      and not exists (select from points_claim
        where photo_id = media.id and member_id <> ${memberId})
      and not exists (select from club where logo_id = media.id)`;
}
