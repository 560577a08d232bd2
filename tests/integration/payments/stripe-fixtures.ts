import { randomUUID } from "node:crypto";
import { beforeEach, expect } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import type { StripeStandIn } from "../../support/stripe/stand-in.ts";
import type { Ending, Thing } from "../../support/stripe/stripe-books.ts";
import { doJobs } from "../../support/stripe/with-stripe.ts";
import { aGift, type GiftBook } from "./payments-fixtures.ts";

/** A member who owes a payment, anew for each test, and what may be done about it online. */
export function payingOnline(stripe: () => StripeStandIn) {
  const now = {} as { member: TestMember; gift: GiftBook; paymentId: number };
  let things = 0;
  const owed = (changes: Partial<Parameters<typeof owePayment>[1]> = {}) =>
    owePayment(db(), {
      purpose: "gift",
      reference: ++things,
      memberId: now.member.memberId,
      title: { en: "Picnic blanket", zh: "野餐垫" },
      amountMinor: 4_900,
      currency: "CNY",
      dueUntil: null,
      ...changes,
    });
  beforeEach(async () => {
    await ensureClub(db());
    now.member = await aMember();
    now.gift = aGift();
    now.paymentId = await owed();
  });

  const open = (id = now.paymentId, locale: "en" | "zh-CN" = "en") =>
    openCheckout({ paymentId: id, memberId: now.member.memberId, locale }, [now.gift.payable]);
  const attempts = (id = now.paymentId) =>
    db().paymentCheckout.findMany({ where: { paymentId: id }, orderBy: { attempt: "asc" } });
  const sessionOf = async (id = now.paymentId): Promise<string> =>
    (await attempts(id)).at(-1)?.sessionId ?? "";
  return {
    now,
    owed,
    open,
    attempts,
    sessionOf,
    attemptStates: async (id = now.paymentId) => (await attempts(id)).map(({ state }) => state),
    stateOf: async (id = now.paymentId) => (await loadPayment(db(), id))?.state,
    end: (id = now.paymentId) => endCheckout(id, [now.gift.payable]),
    cancel: (id = now.paymentId) => inTransaction((tx) => cancelPayment(tx, id)),
    jobs: () => doJobs([now.gift.payable]),
    poll: () => pollStripe([now.gift.payable], new Date(Date.now() + 10 * 60_000)),
    /** Somebody opens the checkout page and goes away from it in some way. */
    async checksOut(ending: Ending = "paid", id = now.paymentId): Promise<Thing> {
      expect(await open(id)).toMatchObject({ ok: true });
      return stripe().books.checkOut(await sessionOf(id), ending);
    },
    async atCounter(id = now.paymentId) {
      const clerk = await aPerson({ roles: ["desk"] });
      const taken = {
        paymentId: id,
        method: "cash" as const,
        receiptNumber: "K-1",
        storeId: await aStore(),
        requestKey: randomUUID(),
        amountMinor: 4_900,
      };
      return recordAtCounter(taken, { by: clerk.id, address: "" }, [now.gift.payable]);
    },
  };
}
