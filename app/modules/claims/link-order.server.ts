import { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { takeTurnsByHand } from "#app/modules/adjustments/give-by-hand.server.ts";
import type { HandAct, HandActDone } from "#app/modules/adjustments/hand-act.ts";
import type { NothingReason } from "#app/modules/garage/visit.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { giveOrder } from "#app/modules/service/adopt-orders.server.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { answerAlone, claimWaits } from "./answer-alone.server.ts";
import { answerClaim } from "./answer-claim.server.ts";
import { decideGrant } from "./grant-decision.ts";
import { lockOrderInQuestion } from "./known-orders.server.ts";
import { type ClaimRefusal, lockOpenClaim, type OpenClaim } from "./open-claim.server.ts";
import { loadOrderInFigures } from "./order-in-figures.server.ts";

export type LinkedOrder =
  /** The claim ended in an entry. `given`: the points that moved by it, those of other orders included. */
  | { ok: true; state: "granted"; entryId: number; points: number; given: number }
  /** Its points were on the member's statement already: the claim names their entry, and nothing was booked. */
  | { ok: true; state: "on-statement"; entryId: number }
  /** The claim ended in the rules' own reason. */
  | { ok: true; state: "refused"; reason: NothingReason }
  | ({ ok: false } & (ClaimRefusal | { refusal: "no-such-order" | "another-members" }));

/** More points than one person may give alone: the claim stays open, and a second person answers. */
export type WaitingAnswer =
  | { ok: true; state: "waiting"; points: number }
  | { ok: false; refusal: "waits-already" };

/**
 * Answers a claim by an order: "this is it". The order becomes the member's and earns by the rules, through
 * the same use cases as an order that an import brings; the claim then names the entry. An order that has its
 * points already ends the claim as on the statement, and one that earns nothing by the rules with that reason. More points than one person may give alone
 * wait for a second one.
 */
export async function linkOrder(
  claimId: number,
  orderId: number,
  staff: Actor,
): Promise<LinkedOrder | WaitingAnswer> {
  const context = await orderImportContext();
  return inRetriedTransaction<LinkedOrder | WaitingAnswer>(async (tx) => {
    await takeTurnsByHand(tx, staff.by);
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    if (await claimWaits(tx, claimId)) return { ok: false, refusal: "waits-already" };
    const order = await loadOrderInFigures(tx, orderId);
    if (!order) return { ok: false, refusal: "no-such-order" };
    return answerAlone(
      tx,
      { kind: "claim-linked", ...staff, details: { claimId, orderId }, order },
      () => linkLocked(tx, locked.claim, orderId, staff, context),
      context,
    );
  });
}

/**
 * The same, for a claim that the caller's transaction has locked.
 *
 * @param booked points that taking the order in has just moved; 0 for one that was there.
 */
export async function linkLocked(
  tx: Db,
  claim: OpenClaim,
  orderId: number,
  staff: Actor,
  context: OrderImportContext,
  booked = 0,
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
  if (decision.answer === "on-statement" && booked === 0) {
    const { entryId } = decision;
    await answerClaim(tx, claim, { state: "on-statement", orderId, entryId }, staff);
    return { ok: true, state: "on-statement", entryId };
  }
  const gave =
    decision.answer === "on-statement"
      ? { entryId: decision.entryId, points: 0 }
      : await giveOrder(tx, { orderId, memberId: claim.memberId }, context);
  if (gave === null) throw new Error("An order that earns by the rules earned nothing.");
  const { entryId } = gave;
  const points = await answerClaim(tx, claim, { state: "granted", orderId, entryId }, staff);
  return { ok: true, state: "granted", entryId, points, given: gave.points + booked };
}

/** The claim was answered otherwise, or its order is no longer to be had. */
export const overtaken: HandActDone = { ok: false, refusal: "overtaken" };

/** What an approved answer came to; one that gave nothing has been overtaken. */
export function handActDone(linked: LinkedOrder): HandActDone {
  if (!linked.ok || linked.state !== "granted" || linked.given === 0) return overtaken;
  return { ok: true, points: linked.given, entryId: linked.entryId };
}

const Details = z.object({ claimId: z.int(), orderId: z.int() });

/** An order given to whoever misses it, once a second person has approved it. */
export const linkedAct: HandAct = {
  name: "claim-linked",
  async carryOut(tx, details, approver) {
    const { claimId, orderId } = Details.parse(details);
    const context = await orderImportContext(undefined, tx);
    const locked = await lockOpenClaim(tx, claimId, approver);
    if (!locked.ok) return overtaken;
    return handActDone(await linkLocked(tx, locked.claim, orderId, approver, context));
  },
};

/** What was settled before the member joined earns as far back as joining would have let it. */
function earnsFrom({ joinedOn }: OpenClaim, { book, time, now }: OrderImportContext): Date {
  const { joining } = rulesAt(book, now).rules;
  return time.startOfDay(addDays(joinedOn.toISOString().slice(0, 10), -joining.earnsOrdersOfDays));
}
