import type { Actor } from "#app/modules/access/actor.ts";
import { loadHonours } from "#app/modules/contest-results/load-honours.server.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import { writeSays } from "./certificate.ts";
import { type DueCertificate, decideIssue, type IssueDecision } from "./decide-issue.ts";
import { loadDueCertificates } from "./due-certificates.server.ts";
import { holdCertificates } from "./hold-certificates.server.ts";
import { loadValidCertificates, type ValidCertificate } from "./load-certificates.server.ts";
import { stillWon } from "./still-won.ts";

export type Issued =
  | { ok: true; made: number; replaced: number; withdrawn: number }
  | { ok: false; refusal: "no-event" | "nobody" };

/**
 * Gives everybody who came to an event, and whoever won something there, their certificate. What they have and is
 * right stays as it is, so issuing again changes nothing; what is no longer right is replaced by one with another
 * code, or withdrawn. Who issues at once does so in turn.
 */
export function issueCertificates(
  eventId: number,
  actor: Actor,
  now = new Date(),
): Promise<Issued> {
  return inRetriedTransaction<Issued>(async (tx) => {
    await holdCertificates(tx, eventId);
    const issue = await loadIssue(tx, eventId);
    if (!issue) return { ok: false, refusal: "no-event" };
    const { make, replace, withdraw, same } = issue.decision;
    if (make.length + replace.length + withdraw.length + same === 0) {
      return { ok: false, refusal: "nobody" };
    }
    const replaced = replace.map(({ id }) => id);
    await endCertificates(tx, replaced, "replaced", actor, now);
    await endCertificates(tx, withdraw, "withdrawn", actor, now);
    const isTyped = new Set(issue.valid.filter((had) => had.nameTyped).map(({ id }) => id));
    await keepCertificates(
      tx,
      eventId,
      [
        ...make.map((due) => ({ ...due, nameTyped: false })),
        ...replace.map(({ id, by }) => ({ ...by, nameTyped: isTyped.has(id) })),
      ],
      actor,
      now,
    );
    const counts = { made: make.length, replaced: replace.length, withdrawn: withdraw.length };
    if (make.length + replace.length + withdraw.length > 0) {
      await writeAudit(tx, {
        personId: actor.by,
        action: "certificates.issued",
        subject: `event:${eventId}`,
        detail: counts,
        address: actor.address,
      });
    }
    return { ok: true, ...counts };
  });
}

/**
 * What issuing an event's certificates would do now, with those that hold.
 *
 * @returns null where there is no such event, or it was never published.
 */
export async function loadIssue(
  on: Db,
  eventId: number,
): Promise<{ plan: EventPlan; decision: IssueDecision; valid: ValidCertificate[] } | null> {
  const event = await on.event.findUnique({ where: { id: eventId }, select: { plan: true } });
  if (event?.plan == null) return null;
  const plan = readPlan(event.plan);
  const honours = await loadHonours(on, eventId);
  const due = await loadDueCertificates(on, { id: eventId, plan }, honours);
  const valid = await loadValidCertificates(on, eventId);
  return { plan, decision: decideIssue(due, valid, (had) => stillWon(had, honours)), valid };
}

/** Keeps certificates, each with a code of its own. */
export async function keepCertificates(
  tx: Db,
  eventId: number,
  certificates: readonly (DueCertificate & { nameTyped: boolean })[],
  { by }: Actor,
  now: Date,
): Promise<void> {
  await tx.certificate.createMany({
    data: certificates.map(({ says, ...certificate }) => ({
      ...certificate,
      ...{ eventId, says: writeSays(says), code: newCode(), issuedAt: now, issuedBy: by },
    })),
  });
}

/** Ends certificates: their codes say so from then on. */
export async function endCertificates(
  tx: Db,
  ids: readonly number[],
  state: "replaced" | "withdrawn",
  { by }: Actor,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.certificate.updateMany({
    where: { id: { in: [...ids] } },
    data: { state, endedAt: now, endedBy: by },
  });
}
