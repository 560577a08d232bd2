import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";

/** A car that a member says is theirs, as they said it. */
export type OwnClaim = {
  id: number;
  car: string;
  state: "open" | "granted" | "refused";
  /** Of a refusal. */
  reason: string | null;
  /** ISO 8601 instants. */
  askedAt: string;
  decidedAt: string | null;
};

/** Another's car that a member drives along with, or is asked to. */
export type SharedCar = {
  coDriverId: number;
  holder: string;
  plate: string | null;
  model: string | null;
  accepted: boolean;
};

/** Decided claims stay in sight for a month. */
const SHOWN_MS = 31 * 86_400_000;
const MOST = 20;

/** What a garage shows beside its cars: claims under way or just answered, and others' cars. */
export async function loadGarageNews(
  db: Db,
  memberId: number,
): Promise<{ claims: OwnClaim[]; shared: SharedCar[] }> {
  const [claims, drives] = await Promise.all([
    db.carClaim.findMany({
      where: {
        memberId,
        OR: [
          { state: "open" },
          // One that the order number granted was answered on the spot.
          {
            state: { in: ["granted", "refused"] },
            decidedBy: { not: null },
            decidedAt: { gte: new Date(Date.now() - SHOWN_MS) },
          },
        ],
      },
      orderBy: { id: "desc" },
      take: MOST,
    }),
    db.coDriver.findMany({
      where: { memberId, endedAt: null, holding: { endsAt: null } },
      orderBy: { id: "desc" },
      take: MOST,
      select: {
        id: true,
        acceptedAt: true,
        holding: {
          select: { car: true, member: { select: { person: { select: { name: true } } } } },
        },
      },
    }),
  ]);
  return {
    claims: claims.map((claim) => ({
      id: claim.id,
      car: carInWords(claim),
      state: claim.state as OwnClaim["state"],
      reason: claim.reason,
      askedAt: claim.createdAt.toISOString(),
      decidedAt: claim.decidedAt?.toISOString() ?? null,
    })),
    shared: drives.map(({ id, acceptedAt, holding: { car, member } }) => ({
      coDriverId: id,
      holder: member.person.name,
      plate: car.plate,
      model: car.model,
      accepted: acceptedAt !== null,
    })),
  };
}
