import { beforeAll } from "vitest";
import { forgetClub } from "#app/modules/club/load-club.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { testDatabases } from "./database.ts";
import {
  allPoints,
  bringOrders,
  bringRoll,
  expectTheExpected,
  fixture,
  type Points,
} from "./imports.ts";

/**
 * For imports that book by the clock since a worker or a process of its own does them: brings both fixtures in within
 * this process first, the orders by the clock, in a club that is then forgotten. Gives the check that another
 * club has come to the same points. Call it at the top of the file.
 */
export function bookedNow(): { expectTheSame: () => Promise<void> } {
  const open = testDatabases();
  let points: Record<string, Points>;
  // After either has booked, so that nothing lapses between one reading and the other.
  const later = new Date(Date.now() + 3_600_000);
  beforeAll(async () => {
    await open();
    forgetClub();
    forgetRuleBook();
    await bringRoll(fixture("members.csv"));
    await bringOrders(fixture("service-orders.csv"), { bookAt: undefined });
    points = await allPoints(later);
  });
  return { expectTheSame: () => expectTheExpected(points, later) };
}
