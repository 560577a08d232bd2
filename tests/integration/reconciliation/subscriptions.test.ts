import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadDay } from "#app/modules/reconciliation/load-days.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { subscriber } from "../gold-subscription/subscription-fixtures.ts";
import { closes, differences, theDay } from "./reconciliation-fixtures.ts";

testDatabase();
const stripe = withStripe();
let member: TestMember;
const ada = subscriber(stripe, () => member);

beforeAll(async () => {
  await ensureClub(db());
  member = await aMember();
});

test("what Stripe takes by its own invoices is on both sides, and what went back of it", async () => {
  // Whoever only subscribes never opens a page for a single payment.
  const day = theDay();
  await ada.checksOut();
  await ada.hears();
  const [intent] = ada.mine("payment_intent");
  stripe().books.createRefund({ payment_intent: intent?.id, amount: 800 });
  await ada.hears();
  await closes(day);
  expect(await differences()).toEqual([]);
  expect(await loadDay(db(), day)).toMatchObject({
    state: "read",
    sums: [{ currency: "CNY", payments: 58_800, refunds: -800 }],
  });
});
