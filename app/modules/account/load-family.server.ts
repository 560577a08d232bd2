import type { Db } from "#app/platform/db.server.ts";
import type { FamilyEntry, Relation } from "./family-rules.ts";

export type FamilyPerson = FamilyEntry & {
  id: number;
  /** When the guardian agreed that they are kept; null for adults. */
  guardianAgreedAt: Date | null;
};

/** A member's family, the eldest first. */
export async function loadFamily(db: Db, memberId: number): Promise<FamilyPerson[]> {
  const rows = await db.familyMember.findMany({
    where: { memberId, removedAt: null },
    orderBy: [{ birthDate: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, birthDate, relation, guardianConsentAt }) => ({
    id,
    name,
    birthDate: birthDate.toISOString().slice(0, 10),
    relation: relation as Relation,
    guardianAgreedAt: guardianConsentAt,
  }));
}
