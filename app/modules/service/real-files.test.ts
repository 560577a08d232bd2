/**
 * The club's real input, through the pure parts alone: no database, everything in memory. What has to come
 * out was worked out apart from any implementation (tests/fixtures/expected.json).
 */
import { beforeAll, describe, expect, test } from "vitest";
import { inspectRosterFile, readRosterFile } from "#app/modules/roster/roster-file.server.ts";
import type { RosterMember } from "#app/modules/roster/roster-row.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { tierAt } from "#app/modules/standing/tier.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import {
  awardOf,
  demoAsOf,
  demoTime,
  emptyClub,
  importInto,
  type MemoryClub,
} from "../../../tests/support/memory-club.ts";
import { expected, fixture } from "../../../tests/support/real-files.ts";

const ordersFile = fixture("service-orders.csv");

async function readMembers(): Promise<RosterMember[]> {
  const source = bytesSource(fixture("members.csv"));
  const inspection = await inspectRosterFile(source, { maxBytes: 10_000_000 });
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.refusal));
  const programmes = Object.keys(defaultClubRules.earning.programmes);
  const members: RosterMember[] = [];
  for await (const lines of readRosterFile(source, inspection.file.table, {
    time: demoTime,
    programmes,
  })) {
    for (const line of lines) {
      if (line.as === "row" && !line.reading.ok) throw new Error(line.reading.reason);
      if (line.as === "row" && line.reading.ok) members.push(line.reading.member);
    }
  }
  return members;
}

type Balance = { available: number; pending: number; status: number };

/** Every member's points as of the expected day, and how many orders are theirs. */
function balances(members: RosterMember[], club: MemoryClub) {
  const byVin = new Map(members.map((member) => [member.car?.vin, member]));
  const byPlate = new Map(members.map((member) => [member.car?.plate, member]));
  const result: Record<string, Balance> = {};
  for (const member of members) {
    const usable = member.openings.filter((opening) => demoAsOf < opening.lapsesAt);
    const available = usable.reduce((sum, opening) => sum + opening.points, 0);
    result[member.number] = { available, pending: 0, status: 0 };
  }
  let ordersOfMembers = 0;
  for (const order of club.orders.values()) {
    const { vin, plate, settledAt } = order.content;
    const member = vin ? byVin.get(vin) : byPlate.get(plate);
    const balance = member && result[member.number];
    if (!balance) continue;
    ordersOfMembers++;
    const gold = member.gold ? [member.gold] : [];
    const tier = tierAt(settledAt, gold, defaultClubRules.tiers, demoTime);
    const award = awardOf(order, { tier, programme: member.programme });
    const lapsed = lapsesAt(settledAt, defaultClubRules.lapse.months, demoTime) <= demoAsOf;
    balance.status += award.status;
    if (award.pending) balance.pending += award.points;
    else if (!lapsed) balance.available += award.points;
  }
  return { result, ordersOfMembers };
}

/** The file in two, the second half under the header it would have had, cut before the given line. */
function halves(beforeLine: number): [Buffer, Buffer] {
  const lines = ordersFile.toString("latin1").split("\r\n");
  const join = (part: string[]) => Buffer.from(`${part.join("\r\n")}\r\n`, "latin1");
  return [
    join(lines.slice(0, beforeLine - 1)),
    join([lines[2] ?? "", ...lines.slice(beforeLine - 1, -1)]),
  ];
}

let members: RosterMember[];
beforeAll(async () => {
  members = await readMembers();
});

function expectTheExpected(club: MemoryClub): void {
  const { result, ordersOfMembers } = balances(members, club);
  expect(result).toEqual(expected.members);
  expect(ordersOfMembers).toBe(expected.orders_of_members);
  expect(club.orders.size).toBe(expected.orders_held);
}

describe("the real export against the real roll", () => {
  test("comes out to the point for every member, once", async () => {
    const club = emptyClub();
    await importInto(club, bytesSource(ordersFile));
    expect(club.rows).toEqual(expected.rows);
    expect(club.rejected).toEqual(expected.rejected_by_reason);
    expect(club.ignored).toBe(expected.ignored_lines);
    expectTheExpected(club);
  });

  test("imported twice changes nothing", async () => {
    const club = emptyClub();
    await importInto(club, bytesSource(ordersFile));
    club.rows = {};
    await importInto(club, bytesSource(ordersFile));
    const { rejected } = expected.rows;
    const unchanged = 3177 - rejected;
    expect(club.rows).toEqual({ unchanged, rejected });
    expectTheExpected(club);
  });

  // Line 31 cancels the order of line 30, line 33 corrects that of line 32.
  test.each([5, 31, 33, 500, 1500, 1989, 3000, 3190])(
    "cut before line %i and imported in either order ends the same",
    async (line) => {
      const [first, second] = halves(line);
      for (const parts of [
        [first, second],
        [second, first],
        [second, first, second],
      ]) {
        const club = emptyClub();
        for (const part of parts) await importInto(club, bytesSource(part));
        expectTheExpected(club);
      }
    },
  );
});
