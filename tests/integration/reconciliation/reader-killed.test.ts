import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { askForDay } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { loadDay } from "#app/modules/reconciliation/load-days.server.ts";
import { reconcileDay } from "#app/modules/reconciliation/reconcile-day.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { morningAfter, theDay } from "./reconciliation-fixtures.ts";

const database = testDatabase();
const stripe = withStripe();
let child: ChildProcess | undefined;

beforeAll(async () => {
  await ensureClub(db());
});
afterAll(() => {
  child?.kill("SIGKILL");
});

test("a worker killed while it waits for the second page: another goes on with that page, and reads none twice", async () => {
  const day = theDay();
  const finance = await aPerson({ roles: ["finance"] });
  for (let n = 0; n < 250; n++) stripe().books.chargeElsewhere(100 + n, "cny");
  const list = /balance_transactions/;
  stripe().failures.push({ on: list, how: "slow", ms: 0 }, { on: list, how: "slow", ms: 150_000 });
  child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    cwd: projectRoot(),
    env: { ...process.env, DATABASE_URL: database.url, WORKER: "on" },
    stdio: "ignore",
  });
  await askForDay(day, { by: finance.id, address: "" }, morningAfter(day));
  const asked = () => stripe().requests.filter((each) => list.test(each)).length;
  await expect.poll(asked, { timeout: 100_000 }).toBe(2);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await db().stripeTransaction.count()).toBe(100);
  expect(await loadDay(db(), day)).toMatchObject({ state: "waiting", failure: null });

  await reconcileDay(day);
  expect(asked()).toBe(4);
  expect(await db().stripeTransaction.count()).toBe(250);
  expect(await loadDay(db(), day)).toMatchObject({ state: "read", open: 250 });
}, 150_000);
