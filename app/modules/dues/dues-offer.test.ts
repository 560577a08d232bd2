import { describe, expect, test } from "vitest";
import { unchangedRuleBook } from "#app/modules/rulebook/rule-book.ts";
import type { GoldPeriod, StatusEntry } from "#app/modules/standing/tier.ts";
import { tierStatus } from "#app/modules/standing/tier-status.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { offerDues } from "./dues-offer.ts";

const time = clubTime("Asia/Shanghai");
const book = unchangedRuleBook;

const gold = (through: string, change: Partial<GoldPeriod> = {}): GoldPeriod => ({
  from: time.startOfDay("2025-12-01"),
  until: time.endOfDay(through),
  source: "points",
  ...change,
});

/** What is offered at an instant to somebody with this gold, and status points of that day. */
function offered(at: Date, periods: GoldPeriod[] = [], points = 0) {
  const entries: StatusEntry[] = points > 0 ? [{ points, countsAt: at }] : [];
  const status = tierStatus(at, periods, entries, book, time);
  return offerDues({ at, status, periods }, book, time);
}
const noon = (day: string) => time.instantOf(day, 12, 0, 0);

test("somebody who is silver is offered a year at the rules' price, from now", () => {
  const at = noon("2026-11-21");
  expect(offered(at)).toMatchObject({ ok: true, amountMinor: 58_800, ahead: false, from: at });
});

describe("somebody who is gold through 30 November", () => {
  const periods = [gold("2026-11-30")];
  test("is told 91 days before from when on the next year can be paid", () => {
    const at = new Date(time.startOfDay("2026-09-01").getTime() - 1);
    expect(offered(at, periods)).toEqual({
      ok: false,
      refusal: "not-yet",
      through: "2026-11-30",
      opens: "2026-09-01",
    });
  });

  test.each([
    ["in the first instant of the 90th day before", time.startOfDay("2026-09-01")],
    ["in the last of its last day", new Date(time.endOfDay("2026-11-30").getTime() - 1)],
  ])("may pay %s, for the year after it", (_case, at) => {
    const answer = offered(at, periods);
    expect(answer).toMatchObject({ ok: true, ahead: true, from: periods[0]?.until });
  });

  test("has nothing to pay where status points renew it, and has with one point less", () => {
    const at = noon("2026-11-21");
    expect(offered(at, periods, 2_000)).toEqual({
      ok: false,
      refusal: "renews-itself",
      through: "2026-11-30",
    });
    expect(offered(at, periods, 1_999)).toMatchObject({ ok: true });
  });

  test("in grace may pay, from now", () => {
    const at = noon("2026-12-15");
    expect(offered(at, periods)).toMatchObject({ ok: true, ahead: false, from: at });
  });

  test("who has paid the next year is told of that one's end", () => {
    const next = gold("2027-11-30", { from: time.endOfDay("2026-11-30"), source: "dues" });
    expect(offered(noon("2026-11-21"), [...periods, next])).toMatchObject({
      refusal: "not-yet",
      through: "2027-11-30",
    });
  });
});

test("gold without an end has nothing to pay", () => {
  const endless = gold("9999-12-30", { source: "roll", endless: true });
  expect(offered(noon("2026-11-21"), [endless])).toEqual({ ok: false, refusal: "without-end" });
});
