import { expect, test } from "vitest";
import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { statementCsvHead, statementCsvLine } from "./statement-csv.server.ts";

const now = new Date("2026-11-21T04:00:00Z");
const club = { timeZone: "Asia/Shanghai", englishStores: {} };

const anEntry = (changes: Partial<StatementEntry> = {}): StatementEntry => ({
  version: 1,
  entryId: 7,
  kind: "earn",
  points: 256,
  balance: 256,
  // Late in the evening in Greenwich is the next day in the club.
  valueAt: new Date("2026-03-09T20:00:00Z"),
  effectiveAt: new Date("2026-03-09T20:00:00Z"),
  bookedAt: now,
  statusPoints: 128,
  reverses: null,
  reversedBy: null,
  meta: { for: "event", eventId: 1, title: "Tree planting" },
  lotsMade: [
    {
      lotId: 1,
      points: 256,
      remaining: 256,
      repaidDebt: 0,
      availableAt: new Date("2026-03-09T20:00:00Z"),
      lapsesAt: new Date("2028-03-31T16:00:00Z"),
      grace: false,
    },
  ],
  lotsDrawn: [],
  ...changes,
});

const line = (entry: StatementEntry) => statementCsvLine(entry, { t: translator("en"), now, club });

test("the head is in the reader's language", () => {
  expect(statementCsvHead(translator("en"))).toBe(
    "Date,Entry,What for,Order number,State,Points,Balance,Status points,Usable through\r\n",
  );
  expect(statementCsvHead(translator("zh-CN"))).toBe(
    "日期,明细号,事由,工单号,状态,积分变动,余额,成长值,有效期至\r\n",
  );
});

test("a line has the club's days, and the last day the points can be used", () => {
  expect(line(anEntry())).toBe("2026-03-10,7,Tree planting,,,256,256,128,2028-03-31\r\n");
});

test("points taken away stay a number, and words from outside never become a formula", () => {
  const meta = { for: "event", eventId: 1, title: '=HYPERLINK("http://x")' } as const;
  const entry = anEntry({
    kind: "spend",
    points: -100,
    balance: 156,
    statusPoints: 0,
    meta,
    lotsMade: [],
  });
  expect(line(entry)).toBe(`2026-03-10,7,"'=HYPERLINK(""http://x"")",,,-100,156,0,\r\n`);
});
