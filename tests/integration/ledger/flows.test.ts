import fc from "fast-check";
import { expect, test } from "vitest";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { loadHeldPoints, loadPointFlows } from "#app/modules/ledger/load-flows.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAccount, at, earn, spend } from "../../support/ledger-fixtures.ts";
import { LedgerModel } from "../../support/ledger-model.ts";
import { dateOf } from "../../support/ledger-model-lots.ts";
import { anyStep, SideBySide, type Step } from "../../support/ledger-steps.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();

const SEQUENCES = sized({ full: 200, quick: 60 });
const DAYS = 240;
const HOUR = 3_600_000;
const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 2 ** 31);

/** What members' points were together at the end of each day, as the plainest model says. */
type Closing = { posted: number; pending: number; held: number; debt: number };
const closings: Closing[] = Array.from({ length: DAYS }, () => ({
  posted: 0,
  pending: 0,
  held: 0,
  debt: 0,
}));

test(`what all members hold at a day's end comes out the same whenever it is asked (LEDGER_SEED=${seed})`, async () => {
  const sequences = fc.array(anyStep, { minLength: 8, maxLength: 30, size: "max" });
  await fc.assert(fc.asyncProperty(sequences, runAndRemember), { seed, numRuns: SEQUENCES });

  await expectTheClosings();
  // What nobody had written down yet is written down now, long after.
  await lapseDue(db(), dateOf(DAYS + 400));
  await expectTheClosings();
}, 120_000);

async function runAndRemember(steps: Step[]): Promise<void> {
  const pair = new SideBySide(await anAccount(), new LedgerModel());
  for (const step of steps) {
    if (step.does !== "pass") await pair.take(step);
    else for (let day = 0; day < step.days; day++) closeDay(pair.model);
  }
  while (pair.model.today < DAYS) closeDay(pair.model);
}

function closeDay(model: LedgerModel): void {
  const closing = closings[model.today];
  const { posted, pending, held, debt } = model.balance();
  if (closing) {
    closing.posted += posted;
    closing.pending += pending;
    closing.held += held;
    closing.debt += debt;
  }
  model.pass(1);
}

async function expectTheClosings(): Promise<void> {
  const last = await flowsOn(DAYS - 1);
  for (let day = 5; day < DAYS; day += 26) {
    const flows = await flowsOn(day);
    const held = await loadHeldPoints(db(), askedOn(day));
    expect({
      day,
      posted: total(flows),
      pending: total(flows.filter(({ isPending }) => isPending)),
      held: total(held),
      debt: 0 - total(flows.filter(({ isDebt }) => isDebt)),
    }).toEqual({ day, ...closings[day] });
  }
  expect(total(last.filter(({ what }) => what === "moved" || what === "repaid"))).toBe(0);
  // Each month's closing from one look at the end: opening + what came − what went.
  for (const [month, nextDay] of [
    ["2026-01", 31],
    ["2026-04", 120],
    ["2026-07", 212],
  ] as const) {
    const asked = { ...askedOn(0), until: dateOf(nextDay) };
    const upTo = last.filter((flow) => flow.month <= month);
    expect(total(upTo)).toBe(total(await loadPointFlows(db(), asked)));
  }
}

const total = (rows: readonly { points: number }[]) =>
  rows.reduce((sum, { points }) => sum + points, 0);
/** An hour before the day ends: what the model does at a midnight belongs to the day that begins with it. */
const askedOn = (day: number) => ({
  until: new Date(dateOf(day).getTime() + 23 * HOUR),
  bookedBefore: null,
  timeZone: "UTC",
});
const flowsOn = (day: number) => loadPointFlows(db(), askedOn(day));

test("an award dated back is left out of a report of the books as they stood, and in it of the books as they are", async () => {
  const before = await booked(dateOf(20), null);
  const account = await anAccount();
  await earn(account, { points: 300, effectiveAt: dateOf(10) });
  const closedAt = await aMomentLater();
  await earn(account, { points: 40, effectiveAt: dateOf(12) }, dateOf(30));
  expect((await booked(dateOf(20), null)) - before).toBe(340);
  expect((await booked(dateOf(20), closedAt)) - before).toBe(300);
  await spend(account, 340, dateOf(60));
  expect((await booked(dateOf(20), closedAt)) - before).toBe(300);
});

test("points expire by the end of their last day, by cohort and month of the club's calendar", async () => {
  const account = await anAccount();
  const lastInstant = {
    until: at("2031-03-31T16:00:00Z"),
    bookedBefore: null,
    timeZone: "Asia/Shanghai",
  };
  await earn(account, {
    points: 70,
    // 1 February 2031 in Shanghai.
    effectiveAt: at("2031-01-31T16:00:00Z"),
    availableAt: at("2031-01-31T16:00:00Z"),
    lapsesAt: at("2031-03-31T16:00:00Z"),
  });
  const of2031 = (await loadPointFlows(db(), lastInstant)).filter(({ month }) => month >= "2031");
  const dates = { cohort: "2031-02", lapses: "2031-03", isPending: false };
  expect(of2031.filter(({ cohort }) => cohort === "2031-02")).toEqual([
    expect.objectContaining({ month: "2031-02", what: "earned", points: 70, ...dates }),
    expect.objectContaining({ month: "2031-03", what: "expired", points: -70, ...dates }),
  ]);
});

const booked = async (until: Date, bookedBefore: Date | null) =>
  total(await loadPointFlows(db(), { until, bookedBefore, timeZone: "UTC" }));

/** An instant after all that is booked and before all that will be: a Date knows whole milliseconds, entries are booked within them. */
async function aMomentLater(): Promise<Date> {
  const [row] = await db().$queryRaw<[{ at: Date }]>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as at
    from pg_sleep(0.002)`;
  // It lies up to a millisecond ahead.
  await db().$queryRaw`select from pg_sleep(0.002)`;
  return row.at;
}
