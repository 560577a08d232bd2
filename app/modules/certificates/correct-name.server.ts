import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type CertificateKind, readSays } from "./certificate.ts";
import { holdCertificates } from "./hold-certificates.server.ts";
import { endCertificates, keepCertificates } from "./issue-certificates.server.ts";

export type NameCorrected =
  /** The code that holds now. */
  { ok: true; code: string } | { ok: false; refusal: "no-such-certificate" | "ended" | "nameless" };

/**
 * Issues a certificate anew with a name that staff typed; the old code says that it was replaced. The same name again
 * changes nothing.
 */
export function correctName(
  { eventId, code, name }: { eventId: number; code: string; name: string },
  actor: Actor,
  now = new Date(),
): Promise<NameCorrected> {
  return inRetriedTransaction<NameCorrected>(async (tx) => {
    await holdCertificates(tx, eventId);
    const had = await tx.certificate.findFirst({ where: { code, eventId } });
    if (!had) return { ok: false, refusal: "no-such-certificate" };
    if (had.state !== "valid") return { ok: false, refusal: "ended" };
    const { personId, familyMemberId, contestId, bracket } = had;
    if (had.name === null || personId === null) return { ok: false, refusal: "nameless" };
    if (had.name === name) return { ok: true, code };
    await endCertificates(tx, [had.id], "replaced", actor, now);
    const [kind, says] = [had.kind as CertificateKind, readSays(had.says)];
    const due = { personId, familyMemberId, kind, contestId, bracket, name, says, nameTyped: true };
    await keepCertificates(tx, eventId, [due], actor, now);
    await writeAudit(tx, {
      personId: actor.by,
      action: "certificate.corrected",
      subject: `event:${eventId}`,
      detail: {},
      address: actor.address,
    });
    return { ok: true, code: await codeOf(tx, { personId, kind, contestId, bracket }) };
  });
}

async function codeOf(
  tx: Db,
  of: { personId: number; kind: string; contestId: number | null; bracket: string | null },
): Promise<string> {
  const { code } = await tx.certificate.findFirstOrThrow({
    where: { ...of, state: "valid" },
    select: { code: true },
  });
  return code;
}
