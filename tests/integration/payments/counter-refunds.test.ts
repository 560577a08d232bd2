import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember } from "../../support/people.ts";
import { aCounter } from "./counter-fixtures.ts";

freshDatabase();
const { now, owed, record, refund } = aCounter();

describe("money given back", () => {
  test("in parts, up to what was paid and no more", async () => {
    const id = await owed();
    await record(id);
    expect(await refund(id, { amountMinor: 2_000 })).toMatchObject({ ok: true });
    expect(await refund(id, { amountMinor: 2_901 })).toEqual({
      ok: false,
      refusal: "more-than-left",
      left: 2_900,
    });
    expect(await refund(id, { amountMinor: 2_900, takeBack: true })).toMatchObject({ ok: true });
    expect(now.gift.refunded).toMatchObject([
      { amountMinor: 2_000, whole: false, takeBack: false, by: now.finance.id },
      { amountMinor: 2_900, whole: true, takeBack: true, by: now.finance.id },
    ]);
    expect((await loadPayment(db(), id))?.refundableMinor).toBe(0);
    expect(await db().mail.count({ where: { template: "payment-refunded" } })).toBe(2);
    const lines = await db().auditEntry.findMany({ where: { action: "payment.refunded" } });
    expect(lines.map(({ detail }) => detail)).toMatchObject([
      { sum: "¥20.00", reason: "It was torn" },
      { sum: "¥29.00", takeBack: true },
    ]);
  });

  test("twenty times at once is given back as often as there is money", async () => {
    const id = await owed();
    await record(id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refund(id, { amountMinor: 1_000 })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
    expect((await loadPayment(db(), id))?.refundableMinor).toBe(900);
  });

  test("sent twice by one form is given back once", async () => {
    const id = await owed();
    await record(id);
    const requestKey = randomUUID();
    const first = await refund(id, { requestKey, amountMinor: 1_000 });
    expect(await refund(id, { requestKey, amountMinor: 1_000 })).toEqual(first);
    expect(now.gift.refunded).toHaveLength(1);
  });

  test("is refused where nothing was paid, by whoever may not, and to oneself", async () => {
    const id = await owed();
    expect(await refund(id)).toEqual({ ok: false, refusal: "not-paid" });
    await record(id);
    expect(await refund(id, {}, now.clerk.id)).toEqual({ ok: false, refusal: "not-allowed" });
    const self = await aMember({ roles: ["finance"] });
    const own = await owed({ reference: 9, memberId: self.memberId });
    await record(own);
    expect(await refund(own, {}, self.id)).toEqual({ ok: false, refusal: "own-payment" });
  });

  test("is held by the database where a use case forgets to look", async () => {
    const id = await owed();
    const row = (amountMinor: number, state = "pending") =>
      db().paymentRefund.create({
        data: { paymentId: id, amountMinor, method: "stripe", state, requestKey: randomUUID() },
      });
    await expect(row(1)).rejects.toThrow(/is not paid/);
    await record(id);
    const pending = await row(4_000);
    await expect(row(901)).rejects.toThrow(/more than was paid/);
    const done = { state: "failed", settledAt: new Date() };
    await db().paymentRefund.update({ where: { id: pending.id }, data: done });
    const whole = await row(4_900);
    expect(whole.id).toBeGreaterThan(pending.id);
    await expect(
      db().paymentRefund.update({
        where: { id: pending.id },
        data: { state: "succeeded", settledAt: new Date() },
      }),
    ).rejects.toThrow(/more than was paid/);
  });
});
