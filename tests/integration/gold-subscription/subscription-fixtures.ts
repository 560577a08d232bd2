import { expect } from "vitest";
import { payables } from "#app/features.server.ts";
import { openSubscription } from "#app/modules/gold-subscription/open-subscription.server.ts";
import { pollSubscribers } from "#app/modules/gold-subscription/poll-subscribers.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { TestMember } from "../../support/people.ts";
import type { StripeStandIn } from "../../support/stripe/stand-in.ts";
import type { Ending, Thing } from "../../support/stripe/stripe-books.ts";
import { comes, doJobs } from "../../support/stripe/with-stripe.ts";

/** A member's subscription, as somebody would walk through it. */
export function subscriber(stripe: () => StripeStandIn, member: () => TestMember) {
  const memberId = () => member().memberId;
  const open = (locale: "en" | "zh-CN" = "en") =>
    openSubscription({ memberId: memberId(), locale }, payables);
  const rows = () =>
    db().goldSubscription.findMany({
      where: { memberId: memberId() },
      orderBy: { startedAt: "asc" },
    });
  const mine = (object: string): Thing[] => {
    const ours = stripe()
      .books.all("customer")
      .filter(({ metadata }) => (metadata as { member?: string }).member === String(memberId()));
    return stripe()
      .books.all(object)
      .filter(({ customer }) => ours.some(({ id }) => id === customer));
  };
  return {
    open,
    rows,
    mine,
    row: async () => (await rows())[0],
    attempts: () =>
      db().goldCheckout.findMany({ where: { memberId: memberId() }, orderBy: { attempt: "asc" } }),
    payments: () =>
      db().payment.findMany({ where: { memberId: memberId() }, orderBy: { id: "asc" } }),
    years: () =>
      db().goldYear.findMany({ where: { memberId: memberId() }, orderBy: { id: "asc" } }),
    letters: async (...templates: string[]) =>
      (await db().mail.findMany({ where: { personId: member().id }, orderBy: { id: "asc" } }))
        .map(({ template }) => template)
        .filter((each) => templates.includes(each)),
    /** Opens Stripe's page and goes away from it in some way. */
    async checksOut(ending: Ending = "paid"): Promise<Thing> {
      expect(await open()).toMatchObject({ ok: true });
      const [session] = mine("checkout.session");
      return stripe().billing.checkOut(String(session?.id), ending);
    },
    /** Lets all webhooks come that wait, and the queue do its work; as often as more of them come. */
    async hears(): Promise<void> {
      while (stripe().held.length > 0) {
        await comes(stripe(), ...stripe().held.splice(0));
        await doJobs(payables);
      }
      await doJobs(payables);
    },
    subscription: () => mine("subscription").at(-1) as Thing,
    /** Stripe's clock goes on, beside everybody else's. */
    passes(days: number): void {
      stripe().ahead += days * 86_400_000;
      stripe().billing.passTime();
    },
    jobs: () => doJobs(payables),
    poll: (minutes = 2_000) => pollSubscribers(payables, new Date(Date.now() + minutes * 60_000)),
  };
}
