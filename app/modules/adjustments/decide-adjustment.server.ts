import type { Actor } from "#app/modules/access/actor.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction, inSavepoint } from "#app/platform/transaction.server.ts";
import { type DecisionRefusal, judgeDecision } from "./approval.ts";
import { bookAdjustment } from "./book-adjustment.server.ts";
import type { HandAct, HandActDone } from "./hand-act.ts";

export type Decision = Actor & {
  requestId: number;
  approve: boolean;
  /** Why not, or what there is to say; empty where there is nothing. */
  note: string;
};

export type DecisionAnswer =
  /** `overtaken`: it was settled otherwise meanwhile, and nothing was booked for it now. */
  | { ok: true; state: "booked" | "refused" | "overtaken" }
  | { ok: false; refusal: DecisionRefusal | "no-such-request" | "account-closed" }
  /** The balance has changed since it was asked for; the request stays. */
  | { ok: false; refusal: "insufficient"; available: number };

/**
 * Answers a request for points by hand as its second person. Roles are read anew in the transaction, and the
 * request is locked: of two who answer at once the second is told that it was answered.
 *
 * @param acts how the nouns do what is no adjustment; whoever decides on adjustments alone needs none.
 */
export async function decideAdjustment(
  decision: Decision,
  acts: readonly HandAct[] = [],
): Promise<DecisionAnswer> {
  const { requestId, approve, by, address } = decision;
  const note = decision.note || null;
  return inRetriedTransaction<DecisionAnswer>(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (!request) return { ok: false, refusal: "no-such-request" };
    const { member } = request;
    const roles = await rolesNow(tx, [by, request.requestedBy]);
    const asked = { ...request, memberPersonId: member.personId };
    const decider = { id: by, roles: roles.get(by) ?? [] };
    const askerRoles = roles.get(request.requestedBy) ?? [];
    const refusal = judgeDecision(asked, decider, approve, askerRoles);
    if (refusal) return { ok: false, refusal };
    if (approve && member.person.closedAt) return { ok: false, refusal: "account-closed" };

    const booked = approve ? await book(tx, request, { by, address }, acts) : null;
    if (booked && !booked.ok && booked.refusal === "insufficient") return booked;
    const done = booked?.ok ? booked : null;
    const state = !booked ? "refused" : done ? "booked" : "overtaken";
    await tx.adjustmentRequest.update({
      where: { id: requestId },
      data: {
        state,
        decidedBy: by,
        decidedAt: new Date(),
        decisionNote: note,
        points: done?.points ?? request.points,
        entryId: done?.entryId ?? null,
      },
    });
    if (state === "overtaken") return { ok: true, state };
    await writeAudit(tx, {
      personId: by,
      action: done ? "adjustment.approved" : "adjustment.refused",
      subject: `member:${member.number}`,
      detail: {
        request: requestId,
        points: done?.points ?? request.points,
        ...(request.kind === "adjustment" ? {} : { about: request.reason }),
        note,
      },
      address,
    });
    await tellAsker(tx, request, { state, note });
    return { ok: true, state };
  });
}

/** Does what was asked for: an adjustment by itself, what else there is as its noun does it. */
async function book(
  tx: Db,
  request: Request,
  approver: Actor,
  acts: readonly HandAct[],
): Promise<HandActDone | { ok: false; refusal: "insufficient"; available: number }> {
  const { kind, requestKey, points, reason, requestedBy, details, member } = request;
  if (kind === "adjustment") {
    const booked = await bookAdjustment(tx, {
      requestKey,
      points,
      reason,
      by: requestedBy,
      approvedBy: approver.by,
      member: { accountId: Number(member.accountId), person: member.person },
    });
    return booked.ok ? { ok: true, points, entryId: booked.entryId } : booked;
  }
  const act = acts.find(({ name }) => name === kind);
  if (!act) throw new Error(`Nobody does what was approved: ${kind}`);
  return inSavepoint(
    tx,
    () => act.carryOut(tx, details, approver),
    ({ ok }) => ok,
  );
}

type Request = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Locks the member before the request, as asking does; where orders are to be booked, these come first. */
async function lockRequest(db: Db, id: number) {
  const found = await db.adjustmentRequest.findUnique({
    where: { id },
    select: { memberId: true, kind: true },
  });
  if (!found) return null;
  if (found.kind === "adjustment") await lockMembers(db, [found.memberId]);
  await db.$executeRaw`select id from adjustment_request where id = ${id} for update`;
  return db.adjustmentRequest.findUniqueOrThrow({
    where: { id },
    include: {
      member: {
        select: {
          number: true,
          accountId: true,
          personId: true,
          person: { select: READER },
        },
      },
    },
  });
}

async function tellAsker(
  db: Db,
  { id, points, requestedBy, member }: Request,
  answer: { state: "booked" | "refused"; note: string | null },
): Promise<void> {
  const asker = await db.person.findUniqueOrThrow({
    where: { id: requestedBy },
    select: READER,
  });
  await writeLetterTo(db, asker, {
    template: "approval-answered",
    props: { memberNumber: member.number, points, ...answer },
    dedupKey: `approval-answered:${id}`,
  });
}
