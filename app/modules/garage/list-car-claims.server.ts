import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";

/** A claim that waits for the desk. */
export type ClaimListed = {
  id: number;
  /** As they said it. */
  car: string;
  memberName: string;
  memberNumber: string;
  /** ISO 8601 instant. */
  askedAt: string;
  isHeld: boolean;
};

const PAGE_SIZE = 50;

/**
 * The claims that wait, the oldest first.
 *
 * @param after the id of the last claim of the page before.
 */
export async function listCarClaims(
  db: Db,
  after: number | null,
): Promise<{ claims: ClaimListed[]; next: number | null }> {
  const rows = await db.carClaim.findMany({
    where: { state: "open", ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: "asc" },
    take: PAGE_SIZE + 1,
    include: {
      member: { select: { number: true, person: { select: { name: true } } } },
      car: { select: { holdings: { where: { endsAt: null }, select: { id: true } } } },
    },
  });
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    claims: shown.map((claim) => ({
      id: claim.id,
      car: carInWords(claim),
      memberName: claim.member.person.name,
      memberNumber: claim.member.number,
      askedAt: claim.createdAt.toISOString(),
      isHeld: claim.car.holdings.length > 0,
    })),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}
