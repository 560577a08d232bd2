import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { figureFile, isFigureTable } from "#app/modules/lead-figures/figure-file.server.ts";
import type { FigureFilter } from "#app/modules/lead-figures/figure-filter.ts";
import { onTheirWay } from "#app/modules/lead-figures/funnel.ts";
import { loadFilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import { loadFirstCalls } from "#app/modules/lead-figures/load-first-calls.server.ts";
import { loadFunnel } from "#app/modules/lead-figures/load-funnel.server.ts";
import { loadOverdue } from "#app/modules/lead-figures/load-overdue.server.ts";
import { loadSalePoints } from "#app/modules/lead-figures/load-sale-points.server.ts";
import { loadStageTimes } from "#app/modules/lead-figures/load-stage-times.server.ts";
import { loadTopReferrers } from "#app/modules/lead-figures/load-top-referrers.server.ts";
import { STAGES } from "#app/modules/leads/stage.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aSmallWorld, SHANGHAI } from "./small-world.ts";

testDatabase();

let world: Awaited<ReturnType<typeof aSmallWorld>>;
beforeAll(async () => {
  await ensureClub(db());
  world = await aSmallWorld();
});

const asked = (changes: Partial<FigureFilter> = {}): FigureFilter => ({
  ...{ from: "2025-11", to: "2026-01", store: null, consultant: null, source: null },
  ...changes,
});
const funnel = (changes: Partial<FigureFilter> = {}) => loadFunnel(db(), asked(changes), SHANGHAI);
/** How many came to each of the seven stages. */
const counts = (reached: Record<string, number>) => STAGES.map((stage) => reached[stage]);

describe("the funnel", () => {
  test("counts how far each friend came, a merged one once, a cancelled sale as none", async () => {
    const { all, ended } = await funnel();
    expect(counts(all)).toEqual([8, 4, 4, 4, 3, 2, 1]);
    expect(ended).toHaveLength(4);
    expect(ended).toEqual(
      expect.arrayContaining([
        { ending: "lost", reason: "sale-cancelled", leads: 1 },
        { ending: "declined", reason: "not-interested", leads: 1 },
        { ending: "not-taken", reason: "unfit", leads: 1 },
        { ending: "withdrawn", reason: null, leads: 1 },
      ]),
    );
    expect(onTheirWay(all, ended)).toBe(3);
  });

  test("by the club's months, over a year's end and to the second", async () => {
    const { months } = await funnel({ from: "2025-10" });
    expect(months.map(({ id, reached }) => [id, ...counts(reached)])).toEqual([
      ["2025-10", 0, 0, 0, 0, 0, 0, 0],
      ["2025-11", 2, 2, 2, 2, 1, 1, 1],
      ["2025-12", 2, 2, 2, 2, 2, 1, 0],
      ["2026-01", 4, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test("by store, consultant and source, also of what is nobody's", async () => {
    const { stores, consultants, sources } = await funnel();
    const line = ({ id, name, reached }: (typeof stores)[number]) => [
      name ?? id,
      reached.submitted,
      reached.delivered,
    ];
    expect(stores.map(line)).toEqual([
      [{ en: "North", zh: "North" }, 5, 1],
      [{ en: "South", zh: "South" }, 3, 0],
    ]);
    expect(consultants.map(line)).toEqual([
      ["Yan", 4, 0],
      ["=Xu", 2, 1],
      [null, 2, 0],
    ]);
    expect(sources.map(line)).toEqual([
      ["form", 6, 1],
      ["desk", 1, 0],
      ["link", 1, 0],
    ]);
  });

  test("is narrowed to a store, a consultant or nobody, and a source", async () => {
    const named = async (changes: Partial<FigureFilter>) => (await funnel(changes)).all.submitted;
    expect(await named({ store: world.south })).toBe(3);
    expect(await named({ store: "none" })).toBe(0);
    expect(await named({ consultant: world.xu.id })).toBe(2);
    expect(await named({ consultant: "none" })).toBe(2);
    expect(await named({ source: "link" })).toBe(1);
    expect(await named({ store: world.north, source: "desk" })).toBe(0);
  });

  test("of a time in which nobody was named has every month, and noughts", async () => {
    const report = await funnel({ from: "2024-01", to: "2024-03" });
    expect(counts(report.all)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(report.months.map(({ id }) => id)).toEqual(["2024-01", "2024-02", "2024-03"]);
    expect([report.stores, report.consultants, report.sources, report.ended].flat()).toEqual([]);
  });
});

test("times are those between stages that a lead was at and stands behind", async () => {
  const times = await loadStageTimes(db(), asked(), SHANGHAI);
  const line = ({
    stage,
    passed,
    medianDays,
    ninetiethDays,
    there,
    ended,
  }: (typeof times)[number]) => [stage, passed, medianDays, ninetiethDays, there, ended];
  const near = (days: number) => expect.closeTo(days, 6);
  expect(times.map(line)).toEqual([
    // 1, 1, 1 and 2 days.
    ["submitted", 4, near(1), near(1.7), 1, 3],
    // 1, 3, 4 and 7: the delivery that was cancelled, and the test drive before the step back, are none.
    ["accepted", 4, near(3.5), near(6.1), 0, 0],
    ["contacted", 2, near(3.5), near(4.7), 0, 0],
    ["visited", 1, near(2), near(2), 1, 0],
    ["test-drive", 1, near(4), near(4), 1, 0],
    ["ordered", 1, near(10), near(10), 0, 1],
    ["all", 1, near(20), near(20), null, null],
  ]);
  const none = await loadStageTimes(db(), asked({ from: "2024-01", to: "2024-01" }), SHANGHAI);
  expect(none.map(line)[0]).toEqual(["submitted", 0, null, null, 0, 0]);
});

describe("first calls", () => {
  test("in the promised instant are kept, a second later they are not", async () => {
    const [all, ...consultants] = await loadFirstCalls(db(), asked(), SHANGHAI, world.waitingUntil);
    expect(all).toMatchObject({
      ...{ isAll: true, leads: 8, within: 2, later: 1, unknown: 1 },
      ...{ late: 1, waits: 0, ended: 3 },
    });
    expect(consultants.find(({ name }) => name === "=Xu")).toMatchObject({ within: 1, later: 1 });
    expect(consultants.find(({ name }) => name === null)).toMatchObject({ late: 1, ended: 1 });
  });

  test("that are not due yet are waited for, and hours run from when the friend was named", async () => {
    const before = new Date(world.waitingUntil.getTime() - 1);
    const south = asked({ store: world.south });
    const [all] = await loadFirstCalls(db(), south, SHANGHAI, before);
    expect(all).toMatchObject({ late: 0, waits: 1, tried: 1, medianHours: 1 });
    const [none] = await loadFirstCalls(db(), asked({ store: "none" }), SHANGHAI);
    expect(none).toMatchObject({ leads: 0, medianHours: null });
  });

  test("keep what was promised, whatever was planned since", async () => {
    const lead = await db().lead.findFirstOrThrow({ where: { source: "link" } });
    expect(lead.nextDueAt).toBeNull();
    expect(lead.callBy).not.toBeNull();
  });
});

test("what is late now is late whenever the friend was named, and is shown with whose it is", async () => {
  const filter = asked({ from: "2020-01", to: "2020-01", store: world.south });
  const late = await loadOverdue(db(), filter, new Date("2026-03-01T00:00:00Z"));
  expect(late.map(({ name, firstCalls, others }) => [name, firstCalls, others])).toEqual([
    ["Yan", 1, 1],
    [null, 1, 0],
  ]);
  expect(late.at(-1)?.since).toEqual(world.waitingUntil);
  expect(await loadOverdue(db(), filter, new Date("2025-11-01T00:00:00Z"))).toEqual([]);
});

describe("points per sale", () => {
  const points = (changes: Partial<FigureFilter>, now: string) =>
    loadSalePoints(db(), asked(changes), SHANGHAI, new Date(now));

  test("are all that stand, of leads without a sale too, by what was delivered", async () => {
    const { months, all } = await points({}, "2026-03-01T00:00:00Z");
    expect(
      months.map(({ month, points, deliveries, perSale }) => [month, points, deliveries, perSale]),
    ).toEqual([
      ["2025-11", 2_300, 1, 2_300],
      ["2025-12", 250, 0, null],
      ["2026-01", 0, 0, null],
    ]);
    expect(all).toMatchObject({
      ...{ points: 2_550, pending: 0, deliveries: 1, perSale: 2_550 },
      ...{ valueMinor: 17_850, valuePerSaleMinor: 17_850 },
    });
  });

  test("have those of a delivery that can still be cancelled among them", async () => {
    const { all } = await points({}, "2025-12-25T00:00:00Z");
    expect(all).toMatchObject({ points: 2_550, pending: 2_000 });
  });
});

test("who recommended most stands first, without whoever has left", async () => {
  const top = () => loadTopReferrers(db(), asked(), SHANGHAI);
  expect(await top()).toMatchObject([
    {
      name: "Ada Lovelace",
      memberNumber: world.ada.number,
      named: 7,
      accepted: 4,
      delivered: 1,
      points: 2_550,
    },
    { name: "王芳", named: 1, accepted: 0, delivered: 0, points: 0 },
  ]);
  await db().person.update({ where: { id: world.bo.id }, data: { closedAt: new Date() } });
  expect(await top()).toHaveLength(1);
});

test("whoever is asked about is among the choices, though they work here no more", async () => {
  const names = async (consultant: number | null) =>
    (await loadFilterChoices(db(), asked({ consultant }))).consultants.map(({ name }) => name);
  expect(await names(null)).toEqual(["=Xu", "Yan"]);
  await db().roleGrant.deleteMany({ where: { personId: world.yan.id } });
  expect(await names(null)).toEqual(["=Xu"]);
  expect(await names(world.yan.id)).toEqual(["=Xu", "Yan"]);
  expect(await names(world.ada.id)).toEqual(["=Xu"]);
});

describe("as a file", () => {
  const file = (table: string, locale: "en" | "zh-CN" = "en") => {
    if (!isFigureTable(table)) throw new Error(`No such table: ${table}`);
    return figureFile(db(), table, { filter: asked(), time: SHANGHAI, locale, currency: "CNY" });
  };

  test("has the columns of the page, and defuses what a spreadsheet would run", async () => {
    const lines = (await file("consultants")).split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFConsultant,Named,Accepted,Contacted,Visited,Test drive,Ordered,Delivered,Delivered of named",
    );
    expect(lines[1]).toBe("Yan,4,2,2,2,1,0,0,");
    expect(lines[2]).toBe("'=Xu,2,2,2,2,2,2,1,");
    expect(lines[3]).toBe("Nobody,2,0,0,0,0,0,0,");
  });

  test("says a share in per cent where there are enough, and nothing where there are few", async () => {
    expect((await file("funnel")).split("\r\n").slice(1, 4)).toEqual([
      "Named,8,,100",
      "Accepted,4,50,50",
      "Contacted,4,,50",
    ]);
  });

  test.each([
    "endings",
    "months",
    "stores",
    "sources",
    "times",
    "first-calls",
    "overdue",
    "points",
  ])("%s is there in both languages, with as many columns in each line", async (table) => {
    for (const locale of ["en", "zh-CN"] as const) {
      const [head = "", ...lines] = (await file(table, locale)).trimEnd().split("\r\n");
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line.split(",")).toHaveLength(head.split(",").length);
    }
  });
});
