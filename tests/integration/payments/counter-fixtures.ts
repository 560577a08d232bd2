import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import {
  type CounterPayment,
  recordAtCounter,
} from "#app/modules/payments/record-at-counter.server.ts";
import {
  type CounterRefund,
  refundAtCounter,
} from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { aGift, type GiftBook } from "./payments-fixtures.ts";

/** A counter at which a member pays and is paid back, anew for each test. */
export function aCounter() {
  const now = {} as {
    member: TestMember;
    clerk: TestPerson;
    finance: TestPerson;
    storeId: number;
    gift: GiftBook;
  };
  beforeEach(async () => {
    await ensureClub(db());
    now.member = await aMember();
    now.clerk = await aPerson({ roles: ["desk"] });
    now.finance = await aPerson({ roles: ["finance"] });
    now.storeId = (await db().store.create({ data: { name: "湖畔店" } })).id;
    now.gift = aGift();
  });
  return {
    now,
    owed: (changes: Partial<Parameters<typeof owePayment>[1]> = {}) =>
      owePayment(db(), {
        purpose: "gift",
        reference: 7,
        memberId: now.member.memberId,
        title: { en: "Picnic blanket", zh: "野餐垫" },
        amountMinor: 4_900,
        currency: "CNY",
        dueUntil: null,
        ...changes,
      }),
    record: (paymentId: number, changes: Partial<CounterPayment> = {}, by = now.clerk.id) =>
      recordAtCounter(
        {
          paymentId,
          method: "cash",
          receiptNumber: "K-17",
          storeId: now.storeId,
          requestKey: randomUUID(),
          amountMinor: 4_900,
          ...changes,
        },
        { by, address: "10.0.0.1" },
        [now.gift.payable],
      ),
    refund: (paymentId: number, changes: Partial<CounterRefund> = {}, by = now.finance.id) =>
      refundAtCounter(
        {
          paymentId,
          amountMinor: 4_900,
          reason: "It was torn",
          method: "cash",
          receiptNumber: "R-3",
          storeId: now.storeId,
          takeBack: false,
          requestKey: randomUUID(),
          ...changes,
        },
        { by, address: "10.0.0.1" },
        [now.gift.payable],
      ),
  };
}
