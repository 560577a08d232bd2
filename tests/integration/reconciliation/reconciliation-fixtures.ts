import { randomUUID } from "node:crypto";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { askForDays } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { reconcileDay } from "#app/modules/reconciliation/reconcile-day.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { TestMember, TestPerson } from "../../support/people.ts";
import type { StripeStandIn } from "../../support/stripe/stand-in.ts";
import { comes, doJobs } from "../../support/stripe/with-stripe.ts";

const time = clubTime("Asia/Shanghai");

/** The day on which everything of a test happens. */
export const theDay = (): Day => time.dayOf(new Date());

/** The morning after a day, when it is over. */
export const morningAfter = (day: Day): Date => new Date(time.endOfDay(day).getTime() + 3_600_000);

let things = 0;

/** A member pays online; what Stripe tells of it is still held. */
export async function paysOnline(
  standIn: StripeStandIn,
  payable: Payable,
  member: TestMember,
  amountMinor = 4_900,
  currency = "CNY",
): Promise<{ paymentId: number; intent: string }> {
  const paymentId = await owePayment(db(), {
    purpose: "gift",
    reference: ++things,
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor,
    currency,
    dueUntil: null,
  });
  await openCheckout({ paymentId, memberId: member.memberId, locale: "en" }, [payable]);
  const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  const session = standIn.books.checkOut(sessionId ?? "", "paid");
  return { paymentId, intent: String(session.payment_intent) };
}

/** Everything that Stripe has to tell comes, and what follows from it is done. */
export async function told(standIn: StripeStandIn, payable: Payable): Promise<void> {
  await comes(standIn, ...standIn.held.splice(0));
  await doJobs([payable]);
}

/** Finance gives money back the way it came. */
export async function refunds(
  payable: Payable,
  finance: TestPerson,
  paymentId: number,
  amountMinor: number,
): Promise<void> {
  const wanted = { paymentId, amountMinor, reason: "It was torn", takeBack: false };
  const asked = { ...wanted, requestKey: randomUUID() };
  const answer = await refundOnline(asked, { by: finance.id, address: "" }, [payable]);
  if (!answer.ok) throw new Error(`The refund was refused: ${answer.refusal}`);
  await doJobs([payable]);
}

/** The day is over, and is read. */
export async function closes(day: Day): Promise<void> {
  await askForDays(morningAfter(day));
  await reconcileDay(day);
}

/** The day after it as well. */
export const closesNext = (day: Day) => closes(addDays(day, 1));

/** What was found, as a test looks at it. */
export async function differences() {
  const rows = await db().reconciliationDifference.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ kind, what, state, oursMinor, stripeMinor }) => ({
    kind,
    what,
    state,
    ours: oursMinor === null ? null : Number(oursMinor),
    stripe: stripeMinor === null ? null : Number(stripeMinor),
  }));
}
