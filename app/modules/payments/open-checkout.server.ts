import { loadPaymentMethods } from "#app/modules/payment-methods/load-payment-methods.server.ts";
import { methodsFor } from "#app/modules/payment-methods/online-method.ts";
import type { Db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { hashOf } from "#app/platform/idempotency-key.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type AskedSession, askForSession } from "./ask-for-session.server.ts";
import {
  type CheckoutParams,
  checkoutParams,
  inputsOf,
  SESSION_MINUTES,
} from "./checkout-params.ts";
import { type CheckoutState, LIVE } from "./checkout-state.ts";
import { endCheckout } from "./end-checkout.server.ts";
import { lockRow, tellOf } from "./lock-payment.server.ts";
import { type Payable, payableOf } from "./payable.ts";
import type { Purpose } from "./payment.ts";

export type CheckoutRefusal =
  | "no-such-payment"
  /** The club takes no money online. */
  | "not-online"
  | "paid"
  | "cancelled"
  /** What it is for is kept no longer. */
  | "too-late"
  /** It was paid by a way that takes days. */
  | "processing"
  /** Stripe cannot take that sum in that currency, or not in a way that the club takes. */
  | "counter-only"
  /** Stripe does not answer; the counter takes the money meanwhile. */
  | "away";

export type AskedCheckout = { paymentId: number; memberId: number; locale: Locale };

export type OpenedCheckout =
  /** Where the member pays. */
  { ok: true; url: string } | { ok: false; refusal: CheckoutRefusal };

/** A session that ends sooner than this is not led to: nobody types a card so fast. */
const LEAST_LEFT_MS = 60_000;
/** Each of them found another's session in the way, and ended it. */
const TURNS = 4;

const refused = (refusal: CheckoutRefusal): OpenedCheckout => ({ ok: false, refusal });

/**
 * Opens a Checkout Session for what a member owes, or finds the one that is open: there is one at a time. Where what
 * it asks for has changed it is ended at Stripe first.
 *
 * The attempt is written down before Stripe is asked, with all it is asked with: whatever breaks in between, asking
 * again gives the same session.
 */
export async function openCheckout(
  asked: AskedCheckout,
  payables: readonly Payable[],
): Promise<OpenedCheckout> {
  for (let turn = 0; turn < TURNS; turn++) {
    const step = await inRetriedTransaction((tx) => nextStep(tx, asked, payables));
    if ("refusal" in step) return refused(step.refusal);
    if ("url" in step) return { ok: true, url: step.url };
    if ("inTheWay" in step) {
      const ended = await endCheckout(asked.paymentId, payables);
      if (ended === "away" || ended === "processing") return refused(ended);
      continue;
    }
    const opened = await askForSession(step.ask);
    if (opened === "away") return refused("away");
    if (opened) return { ok: true, url: opened };
  }
  return refused("away");
}

type Step =
  | { refusal: CheckoutRefusal }
  | { url: string }
  | { inTheWay: true }
  | { ask: AskedSession };

async function nextStep(
  tx: Db,
  { paymentId, memberId, locale }: AskedCheckout,
  payables: readonly Payable[],
): Promise<Step> {
  await takeTurns(tx, "stripe", paymentId);
  const whose = await tx.payment.findFirst({ where: { id: paymentId, memberId } });
  if (!whose) return { refusal: "no-such-payment" };
  if (!stripe()) return { refusal: "not-online" };
  if (!payableOf(payables, whose.purpose as Purpose)) return { refusal: "no-such-payment" };
  const payment = await lockRow(tx, paymentId);
  if (payment.state !== "open") return { refusal: payment.state };
  const now = new Date();
  const last = await tx.paymentCheckout.findFirst({
    where: { paymentId },
    orderBy: { attempt: "desc" },
  });
  const live = last && LIVE.includes(last.state as CheckoutState) ? last : null;
  if (live?.state === "processing") return { refusal: "processing" };
  const attempt = (last?.attempt ?? 0) + 1;
  const expiresAt = new Date(now.getTime() + SESSION_MINUTES * 60_000);
  const wanted = { currency: payment.currency, recurring: false };
  const methods = methodsFor((await loadPaymentMethods(tx)).online, wanted);
  const params = checkoutParams(
    tellOf(payment),
    { email: payment.member.person.email, locale },
    { attempt, expiresAt, origin: appOrigin(), methods },
  );
  if (!params || methods?.length === 0) return { refusal: "counter-only" };
  const inputsHash = hashOf(inputsOf(params));
  if (live) {
    const lasts = live.expiresAt.getTime() > now.getTime() + LEAST_LEFT_MS;
    if (live.inputsHash !== inputsHash || !lasts) return { inTheWay: true };
    if (live.state === "open" && live.url) return { url: live.url };
    return { ask: { id: live.id, attempt: live.attempt, params: live.params as CheckoutParams } };
  }
  if (payment.dueUntil && payment.dueUntil <= now) return { refusal: "too-late" };
  const { id } = await tx.paymentCheckout.create({
    data: { paymentId, attempt, params, inputsHash, expiresAt },
    select: { id: true },
  });
  return { ask: { id, attempt, params } };
}
