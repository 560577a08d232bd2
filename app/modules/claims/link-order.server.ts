import type { Actor } from "#app/modules/access/actor.ts";
import type { NothingReason } from "#app/modules/garage/visit.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { giveOrder } from "#app/modules/service/give-order.server.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { answerClaim } from "./answer-claim.server.ts";
import { decideGrant } from "./grant-decision.ts";
import { lockOrderInQuestion } from "./known-orders.server.ts";
import { type ClaimRefusal, lockOpenClaim, type OpenClaim } from "./open-claim.server.ts";

export type LinkedOrder =
  /** The claim ended in an entry. */
  | { ok: true; state: "granted"; entryId: number; points: number }
  /** The claim ended in the rules' own reason. */
  | { ok: true; state: "refused"; reason: NothingReason }
  | ({ ok: false } & (ClaimRefusal | { refusal: "no-such-order" | "another-members" }));

/**
 * Answers a claim by an order: "this is it". The order becomes the member's and earns by the rules, through
 * the same use cases as an order that an import brings; the claim then names the entry. An order that earns
 * nothing by the rules ends the claim with that reason instead.
 */
export async function linkOrder(
  claimId: number,
  orderId: number,
  staff: Actor,
): Promise<LinkedOrder> {
  const context = await orderImportContext();
  return inRetriedTransaction(async (tx) => {
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    return linkLocked(tx, locked.claim, orderId, staff, context);
  });
}

/** The same, for a claim that the caller's transaction has locked. */
export async function linkLocked(
  tx: Db,
  claim: OpenClaim,
  orderId: number,
  staff: Actor,
  context: OrderImportContext,
): Promise<LinkedOrder> {
  const order = await lockOrderInQuestion(tx, orderId, context.book);
  if (!order) return { ok: false, refusal: "no-such-order" };
  const decision = decideGrant(order, {
    memberId: claim.memberId,
    earnsFrom: earnsFrom(claim, context),
  });
  if (decision.answer === "another-members") return { ok: false, refusal: "another-members" };
  if (decision.answer === "refused") {
    const { reason } = decision;
    await answerClaim(tx, claim, { state: "refused", reason, orderId }, staff);
    return { ok: true, state: "refused", reason };
  }
  const entryId =
    decision.answer === "granted"
      ? decision.entryId
      : await giveOrder(tx, { orderId, memberId: claim.memberId }, context);
  if (entryId === null) throw new Error("An order that earns by the rules earned nothing.");
  const points = await answerClaim(tx, claim, { state: "granted", orderId, entryId }, staff);
  return { ok: true, state: "granted", entryId, points };
}

/** What was settled before the member joined earns as far back as joining would have let it. */
function earnsFrom({ joinedOn }: OpenClaim, { book, time, now }: OrderImportContext): Date {
  const { joining } = rulesAt(book, now).rules;
  return time.startOfDay(addDays(joinedOn.toISOString().slice(0, 10), -joining.earnsOrdersOfDays));
}
