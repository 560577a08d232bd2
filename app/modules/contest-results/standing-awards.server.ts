import type { Db } from "#app/platform/db.server.ts";

/** The prizes that entries of a contest have by the ranking that was published last. */
export const loadStandingAwards = (on: Db, contestId: number) =>
  on.contestAward.findMany({
    where: { endedAt: null, entry: { contestId } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, entryId: true, prizeId: true, registrationId: true, points: true },
      ...{ pointsEntryId: true, stockPromiseId: true, waitsForPiece: true },
      ...{ handedOverAt: true, handedOverBy: true, givenUpAt: true },
      entry: { select: { number: true, bracket: true } },
      person: { select: { name: true } },
    },
  });

export type StandingAwardRow = Awaited<ReturnType<typeof loadStandingAwards>>[number];
