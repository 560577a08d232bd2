import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { type StripeStandIn, startStripe } from "../../tests/support/stripe/stand-in.ts";
import type { Thing } from "../../tests/support/stripe/stripe-books.ts";
import type { Bench } from "./bench.ts";
import { onServer } from "./databases.ts";
import { type Figure, single } from "./figures.ts";
import { EMPTY_PAGE, type Site, startSite } from "./site.ts";

const SECRET = "whsec_bench";
const CONNECTIONS = 50;
/** What Stripe tells of one payment, give or take. */
const EVENTS_EACH = 10;
const PATIENCE_MS = 15 * 60_000;

/**
 * Ten thousand webhooks at once: how many a second are acknowledged, against as many pages with nothing in them; how
 * many a second are applied, which asks Stripe about each; and the site's memory meanwhile. Every payment has to be
 * paid in the end, once.
 */
export async function measurePayments({ databases, quick }: Bench): Promise<Figure[]> {
  const payments = quick ? 100 : 1_000;
  const url = await databases.create("bench_payments");
  const standIn = await startStripe({ webhookSecret: SECRET });
  const settings = {
    STRIPE_SECRET_KEY: "sk_test_bench",
    STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_API_BASE: standIn.url,
  };
  try {
    await setUp(url, payments, settings);
    const site = await startSite(url, { ...settings, WORKER: "on" });
    try {
      return await measure(site, url, standIn, quick);
    } finally {
      await site.stop();
    }
  } finally {
    await standIn.stop();
  }
}

async function measure(
  site: Site,
  url: string,
  standIn: StripeStandIn,
  quick: boolean,
): Promise<Figure[]> {
  const sessions = standIn.books.all("checkout.session");
  for (const { id } of sessions) standIn.books.checkOut(id, "paid");
  const events = sessions.flatMap((session) => eventsOf(session, standIn));
  const before = await emptyPages(site, quick);
  const memory: number[] = [];
  const watch = setInterval(async () => memory.push(await site.memory()), 250);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  await send(site, standIn, events);
  const acknowledged = seconds();
  await untilApplied(url, sessions.length);
  const applied = seconds();
  clearInterval(watch);
  const empty = (before + (await emptyPages(site, quick))) / 2;
  const perSecond = events.length / acknowledged;
  return [
    {
      what: `webhooks acknowledged, ${events.length.toLocaleString("en-US")} at once`,
      value: single(perSecond),
      unit: "/s",
      ratio: { ...single(perSecond / empty), to: "empty" },
    },
    {
      what: `of them applied, which is ${sessions.length.toLocaleString("en-US")} payments paid`,
      value: single(events.length / applied),
      unit: "/s",
      note: `${(sessions.length / applied).toFixed(1)} payments/s`,
    },
    {
      what: "memory of the site at its peak, meanwhile",
      value: single(Math.max(...memory) / 1e6),
      unit: "MB",
    },
    {
      what: "memory of the last third, against the peak of the first",
      value: single(growthOf(memory)),
      unit: "times",
      note: "flat memory is near 1",
    },
  ];
}

/** Members take gifts and are led to Stripe's page. */
async function setUp(
  url: string,
  payments: number,
  settings: Record<string, string>,
): Promise<void> {
  const child = fork(new URL("./payments-setup.ts", import.meta.url), [url, String(payments)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...settings, SESSION_SECRET: "s".repeat(32) },
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The payments' members ended with ${code}.`);
}

/** What Stripe tells of a payment: that its session is complete, and some of its charge. */
function eventsOf(session: Thing, standIn: StripeStandIn): Thing[] {
  const intent = standIn.books.get("payment_intent", String(session.payment_intent));
  const charge = standIn.books.get("charge", String(intent.latest_charge));
  return Array.from({ length: EVENTS_EACH }, (_, n) => ({
    id: `evt_${n}_${session.id}`,
    object: "event",
    api_version: null,
    type: n === 0 ? "checkout.session.completed" : "charge.updated",
    data: { object: n === 0 ? session : charge },
  }));
}

async function send(site: Site, standIn: StripeStandIn, events: readonly Thing[]): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < events.length) {
        const { body, signature } = standIn.signed(events[next++] as Thing);
        const answer = await fetch(`${site.origin}/api/stripe/webhook`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "Stripe-Signature": signature },
          body,
        });
        if (answer.status !== 200) throw new Error(`A webhook was answered with ${answer.status}.`);
      }
    }),
  );
}

async function untilApplied(url: string, payments: number): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const { rows } = await onServer(
      url,
      `select (select count(*)::int from payment where state = 'paid') as paid,
        (select count(*)::int from graphile_worker._private_jobs job
          join graphile_worker._private_tasks task on task.id = job.task_id
          where task.identifier = 'apply-stripe') as waiting`,
    );
    const { paid, waiting } = rows[0] as { paid: number; waiting: number };
    if (waiting === 0 && paid === payments) return;
    if (Date.now() > end) throw new Error(`${waiting} webhooks wait, ${paid} payments are paid.`);
    await sleep(100);
  }
}

async function emptyPages(site: Site, quick: boolean): Promise<number> {
  const result = await autocannon({
    url: site.origin + EMPTY_PAGE,
    connections: CONNECTIONS,
    duration: quick ? 1 : 3,
  });
  return result.requests.average;
}

function growthOf(memory: readonly number[]): number {
  const third = Math.ceil(memory.length / 3);
  return Math.max(...memory.slice(-third)) / Math.max(...memory.slice(0, third));
}
