import { afterAll, beforeAll, beforeEach } from "vitest";
import { fileKinds } from "#app/features.server.ts";
import { goldSubscriptionFeature } from "#app/modules/gold-subscription/feature.server.ts";
import { paymentsFeature } from "#app/modules/payments/feature.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { receiveStripeEvent } from "#app/modules/payments/receive-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type StripeStandIn, startStripe } from "./stand-in.ts";
import type { Thing } from "./stripe-books.ts";

export const WEBHOOK_SECRET = "whsec_ofTheStandIn";

const SETTINGS = {
  STRIPE_SECRET_KEY: "sk_test_ofTheStandIn",
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
};

/** A club with an account at a stand-in for Stripe, whose webhooks wait until the test lets them come. */
export function withStripe(): () => StripeStandIn {
  let standIn: StripeStandIn;
  beforeAll(async () => {
    standIn = await startStripe({ webhookSecret: WEBHOOK_SECRET });
    Object.assign(process.env, SETTINGS, { STRIPE_API_BASE: standIn.url });
    forgetSettings();
  });
  beforeEach(() => standIn.reset());
  afterAll(async () => {
    await standIn.stop();
    for (const name of [...Object.keys(SETTINGS), "STRIPE_API_BASE"]) delete process.env[name];
    forgetSettings();
  });
  return () => standIn;
}

/** Does something as a club without an account would. */
export async function withoutAccount(work: () => Promise<void>): Promise<void> {
  const { STRIPE_SECRET_KEY } = process.env;
  delete process.env.STRIPE_SECRET_KEY;
  forgetSettings();
  try {
    await work();
  } finally {
    process.env.STRIPE_SECRET_KEY = STRIPE_SECRET_KEY;
    forgetSettings();
  }
}

/** Settings are read once in a process; a database that is open stays so. */
function forgetSettings(): void {
  (globalThis as unknown as { marque?: Map<string, unknown> }).marque?.delete("env");
}

/** Lets webhooks come, as they are signed. */
export async function comes(standIn: StripeStandIn, ...events: Thing[]): Promise<void> {
  for (const event of events) {
    const { body, signature } = standIn.signed(event);
    if (!(await receiveStripeEvent(body, signature))) throw new Error(`${event.type} was refused`);
  }
}

/** What else asks Stripe by way of the queue. */
const TASKS = { ...paymentsFeature.tasks, ...goldSubscriptionFeature.tasks };

/** Does what is for Stripe in the queue, until there is nothing more; each once. */
export async function doJobs(payables: readonly Payable[]): Promise<number> {
  const house = { exportTables: [], erasures: [], letterPictures: {}, fileKinds, payables };
  for (let done = 0; ; done++) {
    const [job] = await db().$queryRaw<{ id: bigint; task: string; payload: unknown }[]>`
      select job.id, task.identifier as task, job.payload
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = any(${Object.keys(TASKS)}) order by job.id limit 1`;
    if (!job) return done;
    const work = TASKS[job.task];
    await work?.(job.payload, { lastAttempt: false, signal: new AbortController().signal }, house);
    await db().$executeRaw`delete from graphile_worker._private_jobs where id = ${job.id}`;
  }
}
