import type { Db } from "#app/platform/db.server.ts";

/**
 * Takes the names of a leaver's parties off their certificates. The codes go on being confirmed, without a name: the
 * paper is theirs.
 */
export async function eraseCertificates(tx: Db, memberId: number): Promise<void> {
  await tx.certificate.updateMany({
    where: { person: { registration: { memberId } } },
    data: { name: null, nameTyped: false, personId: null, familyMemberId: null },
  });
}
