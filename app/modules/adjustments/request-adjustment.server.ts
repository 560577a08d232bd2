import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { needsApproval } from "./approval.ts";
import { bookAdjustment } from "./book-adjustment.server.ts";
import { takeTurnsByHand } from "./give-by-hand.server.ts";
import { givenAlone } from "./given-alone.server.ts";
import type { AdjustmentState } from "./list-adjustments.server.ts";
import { requestApproval } from "./request-approval.server.ts";

export type AdjustmentAsked = Actor & {
  /** The member's number. */
  number: string;
  /** Plus or minus, not nought. */
  points: number;
  reason: string;
  /** The form's: sending it twice is asking once. */
  requestKey: string;
};

export type AdjustmentAnswer =
  /** `refused` and `withdrawn` of a form that is sent again after it was decided. */
  | { ok: true; state: AdjustmentState; requestId: number }
  | { ok: false; refusal: "insufficient"; available: number }
  | { ok: false; refusal: "no-such-member" | "account-closed" | "not-allowed" };

/**
 * Gives or takes points by hand: at once where one person may, otherwise it waits for a second one. All that
 * one person gives alone within a day counts together, to whomever and by whatever they typed.
 */
export async function requestAdjustment(asked: AdjustmentAsked): Promise<AdjustmentAnswer> {
  const { number, points, reason, requestKey, by, address } = asked;
  const { version, rules } = rulesAt(await loadRuleBook(), new Date());
  return inRetriedTransaction<AdjustmentAnswer>(async (tx) => {
    await takeTurnsByHand(tx, by);
    const member = await findMember(tx, number);
    if (!member) return { ok: false, refusal: "no-such-member" };
    if (member.person.closedAt) return { ok: false, refusal: "account-closed" };
    await lockMembers(tx, [member.id]);
    const before = await tx.adjustmentRequest.findUnique({ where: { requestKey } });
    if (before) {
      // A key that somebody else's form has used, for whatever member, is nobody's second press.
      if (before.requestedBy !== by || before.memberId !== member.id) {
        return { ok: false, refusal: "not-allowed" };
      }
      return { ok: true, state: before.state as AdjustmentState, requestId: before.id };
    }
    const roles = (await rolesNow(tx, [by])).get(by) ?? [];
    if (!may(roles, "adjustments.ask")) return { ok: false, refusal: "not-allowed" };

    const own = member.personId === by;
    const lately = await givenAlone(tx, by);
    const waits = needsApproval({ points, lately, own }, rules.adjustments.approvalAbove);
    const account = { accountId: Number(member.accountId), person: member.person };
    if (waits && points < 0) {
      const { available } = await loadBalance(tx, account.accountId);
      if (-points > available) return { ok: false, refusal: "insufficient", available };
    }
    const booked = waits
      ? null
      : await bookAdjustment(tx, {
          requestKey,
          points,
          reason,
          by,
          approvedBy: null,
          member: account,
        });
    if (booked && !booked.ok) return booked;
    const request = await tx.adjustmentRequest.create({
      data: {
        memberId: member.id,
        points,
        reason,
        state: booked ? "booked" : "waiting",
        needsApproval: waits,
        ruleVersion: version,
        requestedBy: by,
        decidedAt: booked ? new Date() : null,
        entryId: booked?.entryId ?? null,
        requestKey,
      },
    });
    await writeAudit(tx, {
      personId: by,
      action: booked ? "adjustment.booked" : "adjustment.asked",
      subject: `member:${number}`,
      detail: { request: request.id, points, reason },
      address,
    });
    if (!booked) await requestApproval(tx, request, { number, personId: member.personId });
    return { ok: true, state: booked ? "booked" : "waiting", requestId: request.id };
  });
}
