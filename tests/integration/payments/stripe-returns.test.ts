import { describe, expect, test } from "vitest";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { answerPaymentTask, listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { comes, withStripe } from "../../support/stripe/with-stripe.ts";
import { payingOnline } from "./stripe-fixtures.ts";

freshDatabase();
const stripe = withStripe();
const { now, owed, open, attempts, sessionOf, attemptStates, stateOf, jobs, poll, atCounter } =
  payingOnline(stripe);

describe("money that comes for nothing", () => {
  test("because the counter was faster goes back, once, and its owner is told", async () => {
    await open();
    await atCounter();
    stripe().books.checkOut(await sessionOf(), "paid");
    const events = stripe().held.splice(0);
    await comes(stripe(), ...events);
    await jobs();
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(now.gift.paid).toHaveLength(1);
    expect(await attempts()).toMatchObject([{ state: "returned", returnState: "succeeded" }]);
    expect(
      stripe()
        .books.all("refund")
        .filter(({ payment_intent: of }) => of === intent()),
    ).toMatchObject([{ amount: 4_900, status: "succeeded" }]);
    const letter = await db().mail.findFirstOrThrow({ where: { template: "payment-returned" } });
    expect(letter.props).toMatchObject({ why: "paid-already" });
    expect(await loadPayment(db(), now.paymentId)).toMatchObject({ method: "cash", refunds: [] });
  });

  const intent = () => stripe().books.all("payment_intent")[0]?.id;

  test("because it was cancelled goes back, or is honoured where it can still be had", async () => {
    for (const stillThere of [false, true]) {
      now.gift.stillThere = stillThere;
      const id = await owed();
      await open(id);
      // As when an account is closed in the same moment: nobody asks Stripe first.
      await db().payment.update({
        where: { id },
        data: { state: "cancelled", cancelledAt: new Date() },
      });
      stripe().books.checkOut(await sessionOf(id), "paid");
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      expect(await stateOf(id)).toBe(stillThere ? "paid" : "cancelled");
      expect(await attemptStates(id)).toEqual([stillThere ? "paid" : "returned"]);
    }
    expect(now.gift.paid).toHaveLength(1);
    expect(now.gift.late).toBe(2);
  });

  test.each(["failed", "canceled"] as const)(
    "and does not go back (%s) is a task for finance, until somebody has looked after it",
    async (status) => {
      stripe().books.refundsWait = true;
      await open();
      await atCounter();
      stripe().books.checkOut(await sessionOf(), "paid");
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      const sent = stripe()
        .books.all("refund")
        .find(({ payment_intent: of }) => of === intent());
      stripe().books.settleRefund(sent?.id ?? "", status);
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      const tasks = await listPaymentTasks(db(), 10);
      expect(tasks).toMatchObject([
        { kind: "return-failed", paymentId: now.paymentId, amountMinor: 4_900 },
      ]);
      const answer = { kind: "return-failed", id: tasks[0]?.id ?? 0 } as const;
      expect(await answerPaymentTask(answer, { by: now.member.id, address: "" })).toBe(true);
      expect(await listPaymentTasks(db(), 10)).toEqual([]);
      stripe().books.refundsWait = false;
    },
  );

  test("goes back also where Stripe was away at first, and is asked for once", async () => {
    await open();
    await atCounter();
    stripe().books.checkOut(await sessionOf(), "paid");
    await comes(stripe(), ...stripe().held.splice(0));
    stripe().failures.push({ on: /POST .*refunds/, how: "answer-lost", times: 2 });
    await expect(jobs()).rejects.toThrow();
    await poll();
    expect(await attempts()).toMatchObject([{ returnState: "succeeded" }]);
    expect(
      stripe()
        .books.all("refund")
        .filter(({ payment_intent: of }) => of === intent()),
    ).toHaveLength(1);
  });
});
