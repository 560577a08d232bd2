import { loadHonours } from "#app/modules/contest-results/load-honours.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type CertificateKind, type CertificateSays, readSays } from "./certificate.ts";
import { stillWon } from "./still-won.ts";
import { veilName } from "./veil-name.ts";

/** What a code says of its certificate to whoever holds the paper. */
export type Confirmed = {
  code: string;
  /** `corrected`: what was won has been corrected since, and no new one was issued yet, or never will be. */
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
  const isHeld = row.state === "valid" && kind !== "took-part";
  const isStale = isHeld && !stillWon({ ...row, says }, await loadHonours(on, row.eventId));
  return {
    ...{ code, kind, says, issuedAt: row.issuedAt, endedAt: row.endedAt },
    state: isStale ? "corrected" : (row.state as Confirmed["state"]),
    name: row.name === null ? null : veilName(row.name),
  };
}
