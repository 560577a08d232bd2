import { loadHonours } from "#app/modules/contest-results/load-honours.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type CertificateKind, type CertificateSays, readSays } from "./certificate.ts";
import { veilName } from "./veil-name.ts";

/** What a code says of its certificate to whoever holds the paper. */
export type Confirmed = {
  code: string;
  /** `corrected`: what was won has been corrected since, and no new one was issued yet. */
  state: "valid" | "replaced" | "withdrawn" | "corrected";
  kind: CertificateKind;
  /** Enough of the name to compare it; null once its owner was erased. */
  name: string | null;
  says: CertificateSays;
  issuedAt: Date;
  endedAt: Date | null;
};

/**
 * Confirms a certificate by its code, with as little of the name as is needed. One that is for what somebody won is held
 * against what holds now.
 *
 * @returns null where no certificate has that code.
 */
export async function confirmCertificate(on: Db, code: string): Promise<Confirmed | null> {
  const row = await on.certificate.findUnique({ where: { code } });
  if (!row) return null;
  const kind = row.kind as CertificateKind;
  const says = readSays(row.says);
  const isStale = row.state === "valid" && !(await stillWon(on, row, kind, says));
  return {
    ...{ code, kind, says, issuedAt: row.issuedAt, endedAt: row.endedAt },
    state: isStale ? "corrected" : (row.state as Confirmed["state"]),
    name: row.name === null ? null : veilName(row.name),
  };
}

type Won = {
  eventId: number;
  personId: number | null;
  contestId: number | null;
  bracket: string | null;
};

/** The same rank in another contest or age group is not what it was issued for. */
async function stillWon(
  on: Db,
  { eventId, personId, contestId, bracket }: Won,
  kind: CertificateKind,
  { rank }: CertificateSays,
): Promise<boolean> {
  if (kind === "took-part" || personId === null) return true;
  const honours = await loadHonours(on, eventId);
  return honours.some(
    (honour) =>
      honour.registrationPersonId === personId &&
      honour.contestId === contestId &&
      honour.rank === rank &&
      (honour.bracket?.key ?? null) === bracket,
  );
}
