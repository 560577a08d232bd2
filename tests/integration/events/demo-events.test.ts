import { expect, test } from "vitest";
import { readTypedEvent } from "#app/modules/events/read-typed-event.ts";
import { db } from "#app/platform/db.server.ts";
import { EVENT_FORMATS, eventFormats } from "../../../prisma/seed/event-formats.ts";
import { loadDemoEvents } from "../../../prisma/seed/events.ts";
import { anOrganiser, TYPED_HOW, UNITS } from "../../support/events.ts";
import { freshDatabase } from "../../support/fresh-database.ts";

freshDatabase();

test.each(EVENT_FORMATS)("nothing is missing of the %s, whatever day the demo begins", (format) => {
  for (const today of ["2026-11-29", "2028-02-29", "2026-12-31"]) {
    const now = new Date(`${today}T04:00:00Z`);
    const read = readTypedEvent(eventFormats(today)[format], {
      ...TYPED_HOW,
      units: UNITS,
      currency: "CNY",
      before: null,
      now,
    });
    expect(read.ok ? {} : read.issues).toEqual({});
  }
});

test("the demo's events are published once, one of them is over, one a draft, and one a series of three", async () => {
  const { by } = await anOrganiser();
  for (const _load of ["first", "again"]) await loadDemoEvents("2026-11-29", "Asia/Shanghai", by);
  const states = await db().event.groupBy({
    by: ["state"],
    _count: true,
    orderBy: { state: "asc" },
  });
  expect(states).toEqual([
    { state: "draft", _count: 1 },
    { state: "published", _count: EVENT_FORMATS.length + 4 },
  ]);
  expect(await db().event.count({ where: { seriesId: { not: null } } })).toBe(3);
  expect(await db().event.count({ where: { endsAt: { lt: new Date("2026-11-29") } } })).toBe(1);
});
