import { loadClub } from "#app/modules/club/load-club.server.ts";
import { cancelGoldYear } from "#app/modules/dues/cancel-gold-year.server.ts";
import { type NothingToPay, offerDues } from "#app/modules/dues/dues-offer.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { hashOf } from "#app/platform/idempotency-key.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type AskedAttempt, askForAttempt } from "./ask-for-attempt.server.ts";
import { endAttempt } from "./end-attempt.server.ts";
import { ensureCustomer } from "./ensure-customer.server.ts";
import { renewalMethods } from "./renewal-methods.server.ts";
import { OVER } from "./subscription.ts";
import {
  inputsOf,
  type Subscribing,
  type SubscriptionParams,
  subscriptionParams,
  type YearlyPrice,
  yearlyPrice,
} from "./subscription-params.ts";

export type SubscribeRefusal =
  /** The club takes no money online. */
  | "not-online"
  /** A year would bring nothing, or nothing yet: the page says why. */
  | NothingToPay["refusal"]
  /** Stripe cannot take that sum in that currency, or not again and again in a way that the club takes. */
  | "counter-only"
  | "subscribed"
  /** A single year is being paid at this moment, or nobody can say. */
  | "being-paid"
  /** The member is about to close their account. */
  | "leaving"
  /** Stripe does not answer. */
  | "away";

export type OpenedSubscription =
  /** Where the member gives a card. */
  { ok: true; url: string } | { ok: false; refusal: SubscribeRefusal };

/** How long a session lives. Stripe takes 30 minutes to 24 hours; one more lets the request arrive. */
const SESSION_MINUTES = 31;
/** A session that ends sooner than this is not led to: nobody types a card so fast. */
const LEAST_LEFT_MS = 60_000;
/** Each of them found another's session in the way, and ended it. */
const TURNS = 4;

const refused = (refusal: SubscribeRefusal): OpenedSubscription => ({ ok: false, refusal });

/**
 * Opens a Checkout Session by which a member subscribes to gold, or finds the one that is open. The attempt is written
 * down before Stripe is asked, as one to pay is: whatever breaks in between, asking again gives the same session. A
 * single year that is owed is let go first, so that nobody pays for both.
 */
export async function openSubscription(
  { memberId, locale }: { memberId: number; locale: Locale },
  payables: readonly Payable[],
): Promise<OpenedSubscription> {
  if (!stripe()) return refused("not-online");
  if (await isSubscribed(db(), memberId)) return refused("subscribed");
  const price = await priceNow(db(), memberId);
  if (typeof price === "string") return refused(price);
  const methods = await renewalMethods(db());
  if (methods?.length === 0) return refused("counter-only");
  try {
    const customer = await ensureCustomer(memberId, locale);
    for (let turn = 0; turn < TURNS; turn++) {
      const subscribing = { memberId, customer, price, locale, methods };
      const step = await inRetriedTransaction((tx) => nextStep(tx, subscribing));
      if ("refusal" in step) return refused(step.refusal);
      if ("url" in step) return { ok: true, url: step.url };
      if ("owed" in step) {
        const letGo = await cancelGoldYear(memberId);
        if (!letGo.ok && letGo.refusal === "being-paid") return refused("being-paid");
        continue;
      }
      if ("inTheWay" in step) {
        await endAttempt(memberId, payables);
        continue;
      }
      const url = await askForAttempt(step.ask);
      if (url === "away") return refused("away");
      if (url) return { ok: true, url };
    }
  } catch (error) {
    if (!isStripeAway(error)) throw error;
  }
  return refused("away");
}

/** What a year costs, where it brings a member anything: as for one that is paid for once. */
async function priceNow(on: Db, memberId: number): Promise<YearlyPrice | SubscribeRefusal> {
  const [facts, book, { currency, timeZone }] = await Promise.all([
    loadGoldStanding(on, memberId),
    loadRuleBook(),
    loadClub(),
  ]);
  const offer = offerDues(facts, book, clubTime(timeZone));
  if (!offer.ok) return offer.refusal;
  return yearlyPrice(offer.amountMinor, currency) ?? "counter-only";
}

const isSubscribed = async (on: Db, memberId: number) =>
  (await on.goldSubscription.count({ where: { memberId, status: { notIn: [...OVER] } } })) > 0;

type Step =
  | { refusal: SubscribeRefusal }
  | { url: string }
  | { inTheWay: true }
  /** A single year is owed. */
  | { owed: true }
  | { ask: AskedAttempt };

async function nextStep(tx: Db, subscribing: Subscribing): Promise<Step> {
  const { memberId } = subscribing;
  await takeTurns(tx, "subscriber", memberId);
  if (await isSubscribed(tx, memberId)) return { refusal: "subscribed" };
  const leaving = { id: memberId, person: { closesAt: { not: null } } };
  if ((await tx.member.count({ where: leaving })) > 0) return { refusal: "leaving" };
  // Whoever asks for a single year, or sells one, has this lock too.
  await lockMembers(tx, [memberId]);
  if ((await tx.goldYear.count({ where: { memberId, state: "owed" } })) > 0) return { owed: true };
  const price = await priceNow(tx, memberId);
  if (typeof price === "string") return { refusal: price };
  const last = await tx.goldCheckout.findFirst({
    where: { memberId },
    orderBy: { attempt: "desc" },
  });
  const live = last && (last.state === "asked" || last.state === "open") ? last : null;
  const now = new Date();
  const attempt = (last?.attempt ?? 0) + 1;
  const expiresAt = new Date(now.getTime() + SESSION_MINUTES * 60_000);
  const params = subscriptionParams(
    { ...subscribing, price },
    { attempt, expiresAt, origin: appOrigin() },
  );
  const inputsHash = hashOf(inputsOf(params));
  if (live) {
    const lasts = live.expiresAt.getTime() > now.getTime() + LEAST_LEFT_MS;
    if (live.inputsHash !== inputsHash || !lasts) return { inTheWay: true };
    if (live.state === "open" && live.url) return { url: live.url };
    const before = live.params as SubscriptionParams;
    return { ask: { id: live.id, attempt: live.attempt, params: before } };
  }
  const { id } = await tx.goldCheckout.create({
    data: { memberId, attempt, params, inputsHash, expiresAt },
    select: { id: true },
  });
  return { ask: { id, attempt, params } };
}
