import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import type { PaymentFacts } from "#app/modules/payments/payment-sql.server.ts";
import { paymentFacts } from "#app/modules/payments/payment-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { demoTime } from "../../support/memory-club.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { aCounter } from "./counter-fixtures.ts";

freshDatabase();
const { now, owed, record, refund } = aCounter();
/** Receipts are numbered by the club's year, which may begin while these tests run. */
const firstReceipt = () => `${demoTime.dayOf(new Date()).slice(0, 4)}-000001`;

describe("money taken at the counter", () => {
  test("pays what is owed once, tells what it is for, its owner and the audit log", async () => {
    const id = await owed();
    const receipt = firstReceipt();
    expect(await record(id)).toEqual({ ok: true, receipt });
    expect(now.gift.paid).toEqual([{ reference: "7", amountMinor: 4_900, currency: "CNY" }]);
    expect(await loadPayment(db(), id)).toMatchObject({
      state: "paid",
      method: "cash",
      counterReceipt: "K-17",
      receipt,
      recordedBy: now.clerk.name,
      store: { zh: "湖畔店" },
      refundableMinor: 4_900,
    });
    const letter = await db().mail.findFirstOrThrow({ where: { template: "payment-receipt" } });
    expect(letter).toMatchObject({ recipient: now.member.email, personId: now.member.id });
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "payment.recorded" } });
    expect(line).toMatchObject({
      personId: now.clerk.id,
      subject: `member:${now.member.number}`,
      detail: { sum: "¥49.00", method: "cash", counterReceipt: "K-17" },
    });
  });

  test("sent twice by one form is one payment, and the second is answered as the first", async () => {
    const id = await owed();
    const requestKey = randomUUID();
    const first = await record(id, { requestKey });
    expect(await record(id, { requestKey })).toEqual(first);
    expect(now.gift.paid).toHaveLength(1);
  });

  test("by twenty forms at once is one payment, and the others are told", async () => {
    const id = await owed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "paid")).toHaveLength(19);
    expect(await db().mail.count({ where: { template: "payment-receipt" } })).toBe(1);
    expect(await db().auditEntry.count({ where: { action: "payment.recorded" } })).toBe(1);
    expect(now.gift.paid).toHaveLength(1);
  });

  test("twenty payments at once have twenty receipts without a gap", async () => {
    const ids = [];
    for (let n = 1; n <= 20; n++) ids.push(await owed({ reference: n }));
    await Promise.all(ids.map((id) => record(id)));
    const numbers = await db().payment.findMany({ orderBy: { receiptNumber: "asc" } });
    expect(numbers.map(({ receiptNumber }) => receiptNumber)).toEqual(ids.map((_, n) => n + 1));
  });

  test("leaves no gap among the receipts where what it is for cannot go on", async () => {
    const first = await owed();
    now.gift.failing = true;
    await expect(record(first)).rejects.toThrow("cannot go on");
    now.gift.failing = false;
    expect((await loadPayment(db(), first))?.state).toBe("open");
    expect(await record(await owed({ reference: 8 }))).toEqual({
      ok: true,
      receipt: firstReceipt(),
    });
  });

  test("is not taken where the sum is another than the page showed", async () => {
    const id = await owed();
    expect(await record(id, { amountMinor: 4_800 })).toEqual({
      ok: false,
      refusal: "amount-changed",
    });
    expect(now.gift.paid).toEqual([]);
  });

  test("is not taken for what was cancelled, and what is paid is not cancelled", async () => {
    const cancelled = await owed();
    expect(await inTransaction((tx) => cancelPayment(tx, cancelled))).toEqual({ ok: true });
    expect(await inTransaction((tx) => cancelPayment(tx, cancelled))).toEqual({ ok: true });
    expect(await record(cancelled)).toEqual({ ok: false, refusal: "cancelled" });
    const paid = await owed();
    await record(paid);
    expect(await inTransaction((tx) => cancelPayment(tx, paid))).toEqual({
      ok: false,
      refusal: "paid",
    });
  });

  test("and cancelling at the same moment: one of the two, never both", async () => {
    for (let n = 0; n < 5; n++) {
      const id = await owed({ reference: 100 + n });
      const [taken, cancelled] = await Promise.all([
        record(id),
        inTransaction((tx) => cancelPayment(tx, id)),
      ]);
      expect([taken.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  test("after what it is for was kept is taken only where that can still be had", async () => {
    const past = new Date(Date.now() - 1_000);
    const gone = await owed({ dueUntil: past });
    expect(await record(gone)).toEqual({ ok: false, refusal: "too-late" });
    expect((await loadPayment(db(), gone))?.overdue).toBe(true);
    now.gift.stillThere = true;
    expect(await record(gone)).toMatchObject({ ok: true });
    expect(now.gift.late).toBe(2);
  });

  test("is taken by whoever may, not from oneself, and at a store that is open", async () => {
    const id = await owed();
    const sales = await aPerson({ roles: ["sales"] });
    expect(await record(id, {}, sales.id)).toEqual({ ok: false, refusal: "not-allowed" });
    const self = await aMember({ roles: ["desk"] });
    const own = await owed({ reference: 9, memberId: self.memberId });
    expect(await record(own, {}, self.id)).toEqual({ ok: false, refusal: "own-payment" });
    const closed = await db().store.create({ data: { name: "旧店", closedAt: new Date() } });
    const asked = await db().store.create({ data: { name: "未知店", askedSince: new Date() } });
    for (const { id: at } of [closed, asked, { id: 999_999 }]) {
      expect(await record(id, { storeId: at })).toEqual({ ok: false, refusal: "unknown-store" });
    }
    expect(await record(999_999)).toEqual({ ok: false, refusal: "no-such-payment" });
    const unknown = await owed({ reference: 10, purpose: "dues" });
    expect(await record(unknown)).toEqual({ ok: false, refusal: "no-such-payment" });
  });
});

describe("what is owed", () => {
  test("is owed once at a time for one thing, and anew once it was cancelled", async () => {
    const id = await owed();
    await expect(owed()).rejects.toThrow();
    await inTransaction((tx) => cancelPayment(tx, id));
    expect(await owed()).toBeGreaterThan(id);
  });

  test("is more than nought, in the units its currency has", async () => {
    await expect(owed({ amountMinor: 0 })).rejects.toThrow();
    await expect(owed({ amountMinor: -1 })).rejects.toThrow();
    for (const [reference, currency, amountMinor, written] of [
      [1, "JPY", 4_900, "¥4,900"],
      [2, "KWD", 4_900, "KWD\u00a04.900"],
      [3, "CNY", 4_900, "¥49.00"],
    ] as const) {
      const id = await owed({ reference, currency, amountMinor });
      await record(id, { amountMinor });
      const line = await db().auditEntry.findFirstOrThrow({
        where: { action: "payment.recorded" },
        orderBy: { id: "desc" },
      });
      expect(line.detail).toMatchObject({ sum: written });
    }
  });

  test("is read into another noun's query", async () => {
    const [open, paid] = [await owed(), await owed({ reference: 8 })];
    await record(paid);
    await refund(paid, { amountMinor: 900 });
    const rows = await db().$queryRaw<{ facts: PaymentFacts | null }[]>`
      select ${paymentFacts(Prisma.sql`wanted.id`)} as facts
      from unnest(${[open, paid, 999_999]}::int[]) with ordinality wanted (id, place) order by place`;
    expect(rows).toMatchObject([
      { facts: { id: open, state: "open", amountMinor: 4_900, refundedMinor: 0 } },
      { facts: { id: paid, state: "paid", method: "cash", refundedMinor: 900 } },
      { facts: null },
    ]);
  });
});

test("what was paid stays as it is, and no row is taken away", async () => {
  const id = await owed();
  await record(id);
  for (const data of [
    { amountMinor: 1 },
    { state: "open", paidAt: null, method: null },
    { currency: "JPY" },
    { receiptNumber: 9 },
  ]) {
    await expect(db().payment.update({ where: { id }, data })).rejects.toThrow(
      /was made and stays/,
    );
  }
  await expect(db().payment.delete({ where: { id } })).rejects.toThrow(/permission denied/);
});
