import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";
import { closes, differences, theDay } from "../reconciliation/reconciliation-fixtures.ts";
import { aGift } from "./payments-fixtures.ts";

const database = testDatabase();
const stripe = withStripe();
const payables = [aGift().payable];

beforeAll(async () => {
  await ensureClub(db());
});

/** Payments of which each stands at another step when the process that they are in is killed. */
async function killedBetweenAnyTwoSteps(): Promise<string[]> {
  const member = await aMember();
  const clerk = await aPerson({ roles: ["desk"] });
  const finance = await aPerson({ roles: ["finance"] });
  const ids = [member.memberId, clerk.id, finance.id, await aStore()].map(String);
  const script = path.join(projectRoot(), "tests/support/stripe/killed-payments.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, database.url, ...ids], {
    cwd: projectRoot(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  }
  const [, signal] = await once(child, "close");
  if (signal !== "SIGKILL") throw new Error(`It ended by itself.\n${said}`);
  return said.trim().split("\n");
}

const poll = (minutes: number) => pollStripe(payables, new Date(Date.now() + minutes * 60_000));
const atStripe = (object: string) => stripe().books.all(object);

test("killed between any two steps: no charge without a record, and no record paid without a charge", async () => {
  const stood = await killedBetweenAnyTwoSteps();
  expect(stood.filter((line) => line.endsWith("whole"))).toHaveLength(2);
  expect(stood.join("\n")).toMatch(/POST \/v1\/checkout\/sessions[\s\S]*POST \/v1\/refunds/);

  // Another process begins: every other webhook was lost, and the rest come late, and again.
  const events = stripe().held.splice(0);
  await comes(stripe(), ...events.filter((_, place) => place % 2 === 0));
  await doJobs(payables);
  for (const minutes of [10, 20, 30]) await poll(minutes);
  await comes(stripe(), ...events.filter((_, place) => place % 4 === 0));
  await doJobs(payables);

  const charges = atStripe("charge");
  const checkouts = await db().paymentCheckout.findMany({ include: { payment: true } });
  const withMoney = checkouts.filter(({ state }) => state === "paid" || state === "returned");
  expect(withMoney.map(({ paymentIntent }) => paymentIntent).sort()).toEqual(
    charges.map(({ payment_intent: intent }) => intent).sort(),
  );
  const paidOnline = await db().payment.findMany({ where: { method: "stripe" } });
  expect(withMoney.filter(({ state }) => state === "paid")).toHaveLength(paidOnline.length);
  const given = await db().paymentRefund.findMany({ orderBy: { stripeId: "asc" } });
  const returned = withMoney.filter(({ returnState }) => returnState !== null);
  expect(given.every(({ state }) => state === "succeeded")).toBe(true);
  expect(returned.every(({ returnState }) => returnState === "succeeded")).toBe(true);
  expect(
    [...given.map(({ stripeId }) => stripeId), ...returned.map(({ returnId }) => returnId)].sort(),
  ).toEqual(
    atStripe("refund")
      .map(({ id }) => id)
      .sort(),
  );

  // Nothing went back twice, and nobody was charged twice for one thing.
  const backFor = atStripe("refund").map(({ payment_intent: intent }) => intent);
  expect(new Set(backFor).size).toBe(backFor.length);
  expect(new Set(withMoney.map(({ paymentId }) => paymentId)).size).toBe(withMoney.length);

  const receipts = await db().payment.findMany({
    where: { state: "paid" },
    orderBy: { receiptNumber: "asc" },
    select: { receiptNumber: true },
  });
  expect(receipts.map(({ receiptNumber }) => receiptNumber)).toEqual(
    Array.from(receipts, (_, place) => place + 1),
  );
  await closes(theDay());
  expect(await differences()).toEqual([]);
}, 150_000);
