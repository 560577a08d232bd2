import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { endRenewal } from "#app/modules/payments/end-renewal.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { showRenewal } from "#app/modules/payments/payable.ts";
import { refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { subscriber } from "./subscription-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
let paymentId: number;
const ada = subscriber(stripe, () => member);

beforeAll(() => ensureClub(db()));
beforeEach(async () => {
  member = await aMember();
  await ada.checksOut();
  await ada.hears();
  const [payment] = await ada.payments();
  paymentId = Number(payment?.id);
});

const somebody = async (role: Role) => ({
  by: (await aPerson({ roles: [role] })).id,
  address: "",
});
const ends = async (role: Role = "finance", reason = "车已卖") =>
  endRenewal({ paymentId, reason }, await somebody(role), payables);
const shown = async () => {
  const { reference } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  return (await showRenewal(db(), payables, { purpose: "dues", reference }))?.state ?? null;
};
/** The queue asks Stripe, which does not answer. */
async function asksInVain(): Promise<void> {
  stripe().failures.push({ on: /subscriptions/, how: "refused", times: 100 });
  await expect(ada.jobs()).rejects.toThrow();
  stripe().failures.length = 0;
}
const audited = () =>
  db().auditEntry.findMany({
    where: { action: "payment.renewal-ended", subject: `member:${member.number}` },
  });

test("a year was refunded whole: what renews it is ended once, however often that is asked", async () => {
  const finance = await somebody("finance");
  const whole = { paymentId, amountMinor: 58_800, reason: "Goodwill", takeBack: false };
  await refundOnline({ ...whole, requestKey: randomUUID() }, finance, payables);
  await ada.hears();
  expect(await loadPayment(db(), paymentId)).toMatchObject({ refundableMinor: 0 });
  expect(await shown()).toBe("renews");

  // Pressed twice at once, while Stripe is away.
  const wanted = { paymentId, reason: "车已卖" };
  const answers = await Promise.all([1, 2].map(() => endRenewal(wanted, finance, payables)));
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
  await asksInVain();
  expect(await shown()).toBe("ending");
  await ada.hears();
  expect(ada.subscription().status).toBe("canceled");
  expect(await shown()).toBe("over");
  expect(await endRenewal(wanted, finance, payables)).toEqual({ ok: true });
  await ada.hears();

  expect(await audited()).toMatchObject([
    { personId: finance.by, detail: { payment: paymentId, reason: "车已卖" } },
  ]);
  expect(await ada.letters("gold-renewal-off")).toHaveLength(1);
  // Neither more money nor the year goes back, and nothing is charged again.
  expect((await loadPayment(db(), paymentId))?.refunds).toHaveLength(1);
  expect(await ada.years()).toMatchObject([{ state: "paid" }]);
  ada.passes(367);
  await ada.hears();
  expect(await ada.payments()).toHaveLength(1);
});

test("an admin may, whether or not money went back; the counter may not", async () => {
  expect(await ends("desk")).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await shown()).toBe("renews");
  expect(await ends("admin")).toEqual({ ok: true });
  await ada.hears();
  expect(ada.subscription().status).toBe("canceled");
});

test("by whichever of the years that it brought, it is one subscription", async () => {
  ada.passes(367);
  await ada.hears();
  const later = Number((await ada.payments())[1]?.id);
  const finance = await somebody("finance");
  const both = [paymentId, later].map((id) =>
    endRenewal({ paymentId: id, reason: "Moved away" }, finance, payables),
  );
  expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
  expect(await audited()).toHaveLength(1);
  await ada.hears();
  expect(ada.subscription().status).toBe("canceled");
});

test("that ends with its period already is left alone", async () => {
  stripe().billing.updateSubscription(ada.subscription().id, { cancel_at_period_end: true });
  await ada.hears();
  expect(await shown()).toBe("ends");
  expect(await ends()).toEqual({ ok: false, refusal: "ends-already" });
  await ada.hears();
  expect(ada.subscription().status).toBe("active");
  expect(await audited()).toEqual([]);
});

test("there is nothing to end where it is over, where a year was paid once, and where nothing was", async () => {
  stripe().billing.cancelSubscription(ada.subscription().id);
  await ada.hears();
  expect(await ends()).toEqual({ ok: false, refusal: "not-running" });

  await db().goldInvoice.updateMany({ where: { paymentId }, data: { paymentId: null } });
  expect(await shown()).toBeNull();
  expect(await ends()).toEqual({ ok: false, refusal: "not-running" });

  paymentId = 999_999;
  expect(await ends()).toEqual({ ok: false, refusal: "no-such-payment" });
  expect(await audited()).toEqual([]);
});

test("that Stripe has not ended within a day can be ended again", async () => {
  await ends();
  await asksInVain();
  expect(await shown()).toBe("ending");
  const asked = new Date(Date.now() - 25 * 3_600_000);
  await db().goldSubscription.updateMany({ data: { endAskedAt: asked } });
  expect(await shown()).toBe("renews");
  expect(await ends()).toEqual({ ok: true });
  await ada.hears();
  expect(ada.subscription().status).toBe("canceled");
  expect(await audited()).toHaveLength(2);
});
