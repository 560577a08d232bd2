import type { Honour } from "#app/modules/contest-results/load-honours.server.ts";
import type { CertificateSays } from "./certificate.ts";

/** A certificate for something won. */
export type WonCertificate = {
  /** Null of whom was taken out of the contest, or of the club's books. */
  personId: number | null;
  contestId: number | null;
  bracket: string | null;
  /** The entry that was theirs, of whom was taken out of the contest for good. */
  entryId: number | null;
  says: Pick<CertificateSays, "rank">;
};

/**
 * Whether somebody still has what a certificate is for: the same rank in another contest or age group is another thing. Of
 * whom was taken out it is held against the entry that they had.
 */
export const stillWon = (
  { personId, contestId, bracket, entryId, says }: WonCertificate,
  honours: readonly Honour[],
): boolean =>
  honours.some(
    (honour) =>
      honour.contestId === contestId &&
      (honour.bracket?.key ?? null) === bracket &&
      honour.rank === says.rank &&
      (honour.isErased
        ? honour.entryId === entryId
        : personId !== null && honour.registrationPersonId === personId),
  );
