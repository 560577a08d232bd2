/** Larger files than the real one, of its shape, read back to what was put into them. */
import { expect, test } from "vitest";
import {
  awardOf,
  emptyClub,
  importInto,
  type MemoryOrder,
} from "../../../tests/support/memory-club.ts";
import { madeOrderFile } from "../../../tests/support/order-file.ts";
import { madeCars } from "../../../tests/support/roster-file.ts";

const cars = madeCars({ cars: 900, members: 600 });
const holders = new Map(
  cars.flatMap(({ vin, plate, holder }) => [
    [vin, holder],
    [plate, holder],
  ]),
);

test.each([
  ["in GB18030", "gb18030", 1],
  ["in UTF-8", "utf8", 2],
  ["in UTF-16", "utf-16le", 3],
] as const)(
  "a made file %s is read back to what was put into it",
  async (_case, encoding, seed) => {
    const { source, answers } = madeOrderFile({ orders: 4000, cars, seed, encoding });
    const expected = answers();
    const club = emptyClub();
    await importInto(club, source);
    expect(club.rows).toEqual(expected.rows);
    expect(club.rejected).toEqual(expected.rejectedByReason);
    expect(club.ignored).toBe(expected.ignoredLines);
    expect(club.orders.size).toBe(expected.ordersHeld);
    expect(pointsOf(club.orders.values())).toEqual(expected.members);
  },
);

function pointsOf(orders: Iterable<MemoryOrder>) {
  const points = new Map<string, { available: number; pending: number; status: number }>();
  for (const order of orders) {
    const holder = holders.get(order.content.vin ?? order.content.plate ?? "");
    if (!holder || order.cancelled) continue;
    const award = awardOf(order, holder);
    const sums = points.get(holder.number) ?? { available: 0, pending: 0, status: 0 };
    sums.status += award.status;
    sums[award.pending ? "pending" : "available"] += award.points;
    points.set(holder.number, sums);
  }
  return points;
}
