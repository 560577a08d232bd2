import type { Actor } from "#app/modules/access/actor.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type DecisionRefusal, judgeDecision } from "./approval.ts";
import { bookAdjustment } from "./book-adjustment.server.ts";

export type Decision = Actor & {
  requestId: number;
  approve: boolean;
  /** Why not, or what there is to say; empty where there is nothing. */
  note: string;
};

export type DecisionAnswer =
  | { ok: true; state: "booked" | "refused" }
  | { ok: false; refusal: DecisionRefusal | "no-such-request" | "account-closed" }
  /** The balance has changed since it was asked for; the request stays. */
  | { ok: false; refusal: "insufficient"; available: number };

/**
 * Answers a request for an adjustment as its second person. Roles are read anew in the transaction, and the
 * request is locked: of two who answer at once the second is told that it was answered.
 */
export async function decideAdjustment(decision: Decision): Promise<DecisionAnswer> {
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

    const booked = approve
      ? await bookAdjustment(tx, {
          requestKey: request.requestKey,
          points: request.points,
          reason: request.reason,
          by: request.requestedBy,
          approvedBy: by,
          member: { accountId: Number(member.accountId), person: member.person },
        })
      : null;
    if (booked && !booked.ok) return booked;
    const state = booked ? "booked" : "refused";
    await tx.adjustmentRequest.update({
      where: { id: requestId },
      data: {
        state,
        decidedBy: by,
        decidedAt: new Date(),
        decisionNote: note,
        entryId: booked?.entryId ?? null,
      },
    });
    await writeAudit(tx, {
      personId: by,
      action: booked ? "adjustment.approved" : "adjustment.refused",
      subject: `member:${member.number}`,
      detail: { request: requestId, points: request.points, note },
      address,
    });
    await tellAsker(tx, request, { state, note });
    return { ok: true, state };
  });
}

type Request = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Locks the member before the request, as asking does. */
async function lockRequest(db: Db, id: number) {
  const found = await db.adjustmentRequest.findUnique({
    where: { id },
    select: { memberId: true },
  });
  if (!found) return null;
  await lockMembers(db, [found.memberId]);
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
