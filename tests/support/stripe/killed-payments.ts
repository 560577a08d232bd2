import { randomUUID } from "node:crypto";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { Writable } from "node:stream";
import pg from "pg";
import { applyStripe } from "#app/modules/payments/apply-stripe.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { receiveStripeEvent } from "#app/modules/payments/receive-event.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { returnPayment } from "#app/modules/payments/return-payment.server.ts";
import { sendRefund } from "#app/modules/payments/send-refund.server.ts";
import { db, dbPool, openDatabase } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { appRole } from "#app/platform/start.server.ts";
import { STRIPE_API_VERSION, stripe } from "#app/platform/stripe.server.ts";
import { aGift } from "../../integration/payments/payments-fixtures.ts";

// A process in which one payment after the other goes its way, each one step further than the one before, and stands
// still there: before a transaction, a statement by itself, or a request to Stripe. Then it is killed, with all of
// them where they are. It says where each of them stands.
//   argv: the database's connection string, and the ids of a member, a clerk, somebody of finance and a store

const [url = "", ...ids] = process.argv.slice(2);
const [memberId = 0, clerk = 0, finance = 0, storeId = 0] = ids.map(Number);
const AMOUNT = 4_900;
const { payable } = aGift();
const payables = [payable];

/** Of the one that is on its way: how many steps it has still to go, and who is told that it stands. */
let life = { left: Number.POSITIVE_INFINITY, stand: (_where: string) => {} };
const never = new Promise<never>(() => {});

function stands(where: string): boolean {
  life.left -= 1;
  if (life.left >= 0) return false;
  life.stand(where);
  return true;
}

const within = new WeakSet<object>();
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function stepped(this: pg.Client, ...given: unknown[]) {
  const [first] = given;
  const text = typeof first === "string" ? first : String((first as { text?: string }).text);
  const begins = /^\s*begin/i.test(text);
  const writes = !/^\s*(select(?!.*add_job)|set|commit|rollback|savepoint|release)/is.test(text);
  if ((begins || writes) && !within.has(this) && stands(text.trim().slice(0, 40))) return never;
  if (begins) within.add(this);
  if (/^\s*(commit|rollback\s*$)/i.test(text)) within.delete(this);
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

const request = http.request;
http.request = ((...given: Parameters<typeof request>) => {
  const { method, path } = given[0] as unknown as http.RequestOptions;
  if (!stands(`${method} ${path}`)) return request(...given);
  return Object.assign(new Writable({ write() {} }), { setTimeout() {} });
}) as typeof request;
syncBuiltinESMExports();

openDatabase(url, await appRole(url));
// Those that stand still keep their connection.
dbPool().options.max = 80;

for (const way of [paidAndRefunded, paidTwice]) {
  for (let steps = 0; ; steps++) {
    const stood = new Promise<string>((resolve) => {
      life = { left: steps, stand: resolve };
    });
    const where = await Promise.race([stood, way().then(() => null)]);
    process.stdout.write(`${way.name} ${steps}: ${where ?? "whole"}\n`);
    if (where === null) break;
  }
}
process.kill(process.pid, "SIGKILL");

/** Opened, paid, told by a webhook, refunded in part. */
async function paidAndRefunded(): Promise<void> {
  const paymentId = await owes();
  const session = await opens(paymentId);
  await pays(session);
  await hears(session);
  const answer = await refundOnline(
    {
      paymentId,
      amountMinor: 900,
      reason: "It was torn",
      takeBack: false,
      requestKey: randomUUID(),
    },
    { by: finance, address: "" },
    payables,
  );
  if (!answer.ok) throw new Error(`The refund was refused: ${answer.refusal}`);
  await sendRefund(answer.refundId);
}

/** Opened, taken at the counter, and paid online all the same: the money goes back. */
async function paidTwice(): Promise<void> {
  const paymentId = await owes();
  const session = await opens(paymentId);
  const taken = await recordAtCounter(
    {
      paymentId,
      method: "cash",
      receiptNumber: "K-1",
      storeId,
      requestKey: randomUUID(),
      amountMinor: AMOUNT,
    },
    { by: clerk, address: "" },
    payables,
  );
  if (!taken.ok) throw new Error(`The counter was refused: ${taken.refusal}`);
  await pays(session);
  await hears(session);
  const { id } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  await returnPayment(id);
}

async function owes(): Promise<number> {
  return owePayment(db(), {
    purpose: "gift",
    reference: randomUUID(),
    memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: AMOUNT,
    currency: "CNY",
    dueUntil: null,
  });
}

async function opens(paymentId: number): Promise<string> {
  const opened = await openCheckout({ paymentId, memberId, locale: "en" }, payables);
  if (!opened.ok) throw new Error(`No page was opened: ${opened.refusal}`);
  return opened.url;
}

/** The member at Stripe's page, which goes on whatever becomes of the club. */
async function pays(page: string): Promise<void> {
  await fetch(page, {
    method: "POST",
    body: new URLSearchParams({ ending: "paid" }),
    redirect: "manual",
  });
}

/** Its webhook comes, and the queue does what it asks for. */
async function hears(page: string): Promise<void> {
  const session = page.split("/").at(-1) ?? "";
  const payload = JSON.stringify({
    id: `evt_${session}`,
    object: "event",
    api_version: STRIPE_API_VERSION,
    type: "checkout.session.completed",
    data: { object: { id: session } },
  });
  const secret = env().STRIPE_WEBHOOK_SECRET ?? "";
  const header = stripe()?.webhooks.generateTestHeaderString({ payload, secret }) ?? "";
  if (!(await receiveStripeEvent(payload, header))) throw new Error("The webhook was refused.");
  await applyStripe({ session }, payables);
}
