/** A prize that somebody has by the ranking as it was published. */
export type StandingAward = {
  id: number;
  entryId: number;
  prizeId: number;
  /** Of the party whose it was then. */
  registrationId: number | null;
};

/** Who wins a prize by the ranking as it is now. */
export type Winner = {
  entryId: number;
  prizeId: number;
  /** Null: the entry is nobody's. */
  registrationId: number | null;
  /** Whose it was left the club: what they had stays as it was. */
  isErased: boolean;
};

/**
 * What a new ranking changes of the prizes of the one before. An award stays where the same entry of the same family
 * has the same prize: nothing is taken back to be given again.
 */
export function planAwards<Award extends StandingAward, Won extends Winner>(
  standing: readonly Award[],
  winners: readonly Won[],
): { kept: Award[]; ended: Award[]; given: Won[] } {
  const stays = (award: Award, winner: Won) =>
    award.entryId === winner.entryId &&
    award.prizeId === winner.prizeId &&
    (winner.isErased || award.registrationId === winner.registrationId);
  const kept = standing.filter((award) => winners.some((winner) => stays(award, winner)));
  return {
    kept,
    ended: standing.filter((award) => !kept.includes(award)),
    given: winners.filter((winner) => !kept.some((award) => stays(award, winner))),
  };
}
