import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { action, loader } from "#app/routes/payments/open/api.stripe.webhook.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/people.ts";
import type { Thing } from "../../support/stripe/stripe-books.ts";
import { withoutAccount, withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift } from "./payments-fixtures.ts";

testDatabase();
const stripe = withStripe();

beforeAll(async () => {
  await ensureClub(db());
});

const ask = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const request = new Request("http://club.marque.test/api/stripe/webhook", {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
    body,
  });
  const answer = await action({ request, params: {}, context: {} });
  return answer.status;
};

const kept = () => db().stripeEvent.count();

async function anEvent(): Promise<Thing> {
  const member = await aMember();
  const paymentId = await owePayment(db(), {
    purpose: "gift",
    reference: "1",
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    dueUntil: null,
  });
  await openCheckout({ paymentId, memberId: member.memberId, locale: "en" }, [aGift().payable]);
  const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  stripe().books.checkOut(sessionId ?? "", "paid");
  return stripe().held[0] as Thing;
}

test("is kept and answered before anything of it is done, and is one job however often it comes", async () => {
  const { body, signature } = stripe().signed(await anEvent());
  const asked = stripe().requests.length;
  expect(await ask(body, { "Stripe-Signature": signature })).toBe(200);
  expect(await ask(body, { "Stripe-Signature": signature })).toBe(200);
  expect(await kept()).toBe(1);
  expect((await db().stripeEvent.findFirstOrThrow()).body).toBe(body);
  expect(stripe().requests).toHaveLength(asked);
  const queued = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'apply-stripe'`;
  expect(queued).toEqual([{ n: 1 }]);
});

test.each([
  ["without a signature", "{}", {}, 400],
  ["with one of somebody else", "{}", { "Stripe-Signature": `t=1,v1=${"0".repeat(64)}` }, 400],
  ["with nonsense in its place", "{}", { "Stripe-Signature": "\u00ff,,t==" }, 400],
  ["that is no JSON", "\u0000", { "Stripe-Signature": "t=1,v1=0" }, 400],
  ["without a body", "", { "Stripe-Signature": "t=1,v1=0" }, 400],
  ["of five megabytes", "x".repeat(5_000_000), { "Stripe-Signature": "t=1,v1=0" }, 413],
])("%s is refused, and kept nowhere", async (_case, body, headers, status) => {
  const before = await kept();
  expect(await ask(body, headers)).toBe(status);
  expect(await kept()).toBe(before);
});

test("a signed one is refused as well by a club without an account", async () => {
  const { body, signature } = stripe().signed({
    id: "evt_1",
    object: "event",
    type: "x",
    data: {},
  });
  await withoutAccount(async () => {
    expect(await ask(body, { "Stripe-Signature": signature })).toBe(400);
  });
});

test("a signed event without what it is about is kept, and nothing is done", async () => {
  const event = { id: "evt_2", object: "event", type: "checkout.session.completed", data: {} };
  const { body, signature } = stripe().signed(event);
  expect(await ask(body, { "Stripe-Signature": signature })).toBe(200);
});

test("whoever looks is told what to send", () => {
  expect(loader().status).toBe(405);
});
