import { beforeAll, describe, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { cancelOwnRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aSaver, aStore, redemptionOf, shelvesOf, taken } from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";

testDatabase();
const stripe = withStripe();

const PRICED = { points: 500, moneyMinor: 39_900 };
let store = 0;
beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
});

/** A gift that is kept for a member while they stand at Stripe's page. */
async function atTheTill() {
  const [gift, member] = [await aGift(PRICED), await aSaver()];
  const id = await taken(member, gift, { collectStoreId: store });
  const paymentId = (await redemptionOf(id)).paymentId ?? 0;
  const opened = await openCheckout(
    { paymentId, memberId: member.memberId, locale: "en" },
    payables,
  );
  expect(opened.ok).toBe(true);
  const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  return { gift, member, id, paymentId, sessionId: sessionId ?? "" };
}

const cancel = (id: number, member: TestMember) =>
  cancelOwnRedemption(id, { memberId: member.memberId, personId: member.id });
const paymentState = async (id: number) =>
  (await db().payment.findUniqueOrThrow({ where: { id } })).state;
const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId)).available;

async function soundBooks(): Promise<void> {
  expect((await verifyLedger(db())).ok).toBe(true);
  expect(await verifyStock(db())).toEqual([]);
}

describe("a gift that is paid for online", () => {
  test("goes on once Stripe says that it is paid", async () => {
    const { id, paymentId, sessionId } = await atTheTill();
    stripe().books.checkOut(sessionId, "paid");
    await comes(stripe(), ...stripe().held);
    await doJobs(payables);
    expect(await paymentState(paymentId)).toBe("paid");
    const { steps } = await redemptionOf(id);
    expect(steps.map(({ step }) => step)).toEqual(["requested", "paid"]);
  });

  test("is let go only after its page was ended there", async () => {
    const { gift, member, id, paymentId, sessionId } = await atTheTill();
    expect(await cancel(id, member)).toMatchObject({ ok: true });
    expect(stripe().books.get("checkout.session", sessionId).status).toBe("expired");
    expect(await paymentState(paymentId)).toBe("cancelled");
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
    await soundBooks();
  });

  test("stays while Stripe does not answer: points, stock and what is owed", async () => {
    const { gift, member, id, paymentId } = await atTheTill();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await cancel(id, member)).toEqual({ ok: false, refusal: "being-paid" });
    expect(await paymentState(paymentId)).toBe("open");
    expect(await pointsOf(member)).toBe(500);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
    expect(await cancel(id, member)).toMatchObject({ ok: true });
    expect(await pointsOf(member)).toBe(1_000);
  });

  test("does not lapse while it is being paid, and is its owner's where they were faster", async () => {
    const { id, paymentId, sessionId } = await atTheTill();
    await db().payment.update({
      where: { id: paymentId },
      data: { dueUntil: new Date(Date.now() - 1_000) },
    });
    stripe().books.checkOut(sessionId, "paid");
    expect(await lapseRedemptions()).toBe(0);
    expect(await paymentState(paymentId)).toBe("paid");
    expect((await redemptionOf(id)).state).toBe("requested");
  });

  test("whose page another wants to end goes on: only its owner cancels it", async () => {
    const { id, sessionId } = await atTheTill();
    expect(await cancel(id, await aSaver())).toMatchObject({ refusal: "no-such-redemption" });
    expect(stripe().books.get("checkout.session", sessionId).status).toBe("open");
  });
});
