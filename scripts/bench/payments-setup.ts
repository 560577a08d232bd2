import { randomUUID } from "node:crypto";
import { payables } from "#app/features.server.ts";
import { createGift } from "#app/modules/gifts/create-gift.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aVoucherFor } from "../../tests/support/gift-details.ts";
import { onDatabase } from "./databases.ts";
import { makeClub } from "./made-club.ts";

// Members take gifts that cost money, and are at Stripe's page; in a process of its own, whose settings name the
// stand-in; see payments.ts.
//   argv: the database's connection string, how many payments

const MEMBERS = 50;
const AT_ONCE = 8;
const MONEY = 4_900;
const DAY = 86_400_000;

const [url, count] = process.argv.slice(2) as [string, string];
await onDatabase(url, async () => {
  await makeClub({ members: MEMBERS, orders: 0 });
  const actor = { by: 1, address: "127.0.0.1" };
  const details = { ...aVoucherFor(1), moneyMinor: MONEY };
  await db().$transaction((tx) => createGift(tx, { details, pieces: 10_000_000 }, actor));
  const { id: variantId } = await db().giftVariant.findFirstOrThrow();
  const members = await db().member.findMany({ take: MEMBERS });
  for (const { accountId } of members) await givePoints(Number(accountId));
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < Number(count)) {
        const member = members[next++ % members.length] as (typeof members)[number];
        await takeAndOpen(member.id, member.personId, variantId);
      }
    }),
  );
});
process.disconnect?.();

async function takeAndOpen(memberId: number, by: number, variantId: number): Promise<void> {
  const taken = await redeemGift({
    memberId,
    wanted: [{ variantId, quantity: 1, seenPrice: { points: 1, moneyMinor: MONEY } }],
    collectStoreId: null,
    collectorName: null,
    address: null,
    requestKey: randomUUID(),
    by,
  });
  if (!taken.ok) throw new Error(`The benchmark's gift was refused: ${taken.refusal}`);
  const reference = String(taken.redemptionIds[0]);
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { reference } });
  const opened = await openCheckout({ paymentId, memberId, locale: "en" }, payables);
  if (!opened.ok) throw new Error(`No page was opened: ${opened.refusal}`);
}

async function givePoints(accountId: number): Promise<void> {
  const now = new Date();
  await earnPoints(db(), {
    scope: "bench",
    key: randomUUID(),
    accountId,
    points: 1_000_000,
    availableAt: now,
    lapsesAt: new Date(now.getTime() + 300 * DAY),
    effectiveAt: now,
    meta: { for: "survey", ruleVersion: 1 },
  });
}
