import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { LeadPlace } from "#app/modules/pipeline/lead-board.ts";
import { loadLeadBoard, loadLeadList } from "#app/modules/pipeline/load-lead-board.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

let me: number;
let other: number;
const ids: Record<string, number> = {};
const now = new Date("2026-07-08T03:00:00Z");

beforeAll(async () => {
  await ensureClub(db());
  [me, other] = [
    (await aPerson({ roles: ["sales"] })).id,
    (await aPerson({ roles: ["sales"] })).id,
  ];
  const { id: referrerId } = await aReferrer();
  const make = async (name: string, data: object, at = "2026-07-07T03:00:00Z", review = false) => {
    const signs = review ? (["burst"] as const) : [];
    const id = await handedIn(aLead(referrerId, { at: new Date(at), signs }));
    await db().lead.update({ where: { id }, data });
    ids[name] = id;
  };
  // Due on the 8th at eleven in Shanghai: this very instant is late.
  await make("just late", { consultantId: me });
  await make("long late", { consultantId: other, stage: "contacted" }, "2026-07-01T03:00:00Z");
  await make("in time", { consultantId: me, stage: "contacted" }, "2026-07-08T02:00:00Z");
  await make("nobody's", {}, "2026-07-08T02:30:00Z");
  await make("in review", { consultantId: me }, "2026-07-01T03:00:00Z", true);
  await make("lost", { consultantId: me, ended: "lost", nextDueAt: null });
  await make("delivered", { consultantId: other, stage: "delivered", nextDueAt: null });
});

type View = Parameters<typeof loadLeadList>[1]["view"];
async function listed(view: View, changes: object = {}) {
  const asked = { view, staffId: me, storeId: null, stage: null, due: "all" as const, now };
  const page = await loadLeadList(db(), { ...asked, after: null, limit: 25, ...changes });
  const names = page.leads.map(
    ({ id }) => Object.entries(ids).find(([, each]) => each === id)?.[0],
  );
  return { ...page, names };
}

test("what is longest late stands on top, and what waits for a look is no work", async () => {
  const { names, leads, counts } = await listed("team");
  expect(names).toEqual(["long late", "just late", "in time", "nobody's"]);
  expect(leads.map(({ overdue }) => overdue)).toEqual([true, true, false, false]);
  expect(counts).toMatchObject({ team: 4, mine: 2, unassigned: 1, overdue: 2 });
});

test("mine, nobody's, a stage's; what ended is apart", async () => {
  expect((await listed("mine")).names).toEqual(["just late", "in time"]);
  expect((await listed("mine")).counts.overdue).toBe(1);
  expect((await listed("unassigned")).names).toEqual(["nobody's"]);
  expect((await listed("team", { stage: "contacted" })).names).toEqual(["long late", "in time"]);
  expect((await listed("ended")).names).toEqual(["delivered", "lost"]);
});

test("those that are late alone, page by page, with how many there are at each stage", async () => {
  const late = { due: "late" as const };
  expect((await listed("team", late)).names).toEqual(["long late", "just late"]);
  expect((await listed("mine", late)).names).toEqual(["just late"]);
  expect((await listed("unassigned", late)).names).toEqual([]);
  const first = await listed("team", { ...late, limit: 1 });
  expect((await listed("team", { ...late, limit: 1, after: first.next })).names).toEqual([
    "just late",
  ]);
  // How many there are of either is told on both.
  expect(first.counts).toMatchObject({ team: 4, open: 4, overdue: 2, stages: { submitted: 1 } });
  const asked = { view: "mine", staffId: me, storeId: null, stage: null, ...late, now } as const;
  const board = await loadLeadBoard(db(), { ...asked, perStage: 8 });
  expect(board.leads.map(({ id }) => id)).toEqual([ids["just late"]]);
  expect(board.counts).toMatchObject({ open: 2, overdue: 1, stages: { contacted: 0 } });
});

test("page by page each lead is there once", async () => {
  const seen: unknown[] = [];
  let after: LeadPlace | null = null;
  do {
    const page = await listed("team", { limit: 1, after });
    seen.push(...page.names);
    after = page.next;
  } while (after);
  expect(seen).toEqual(["long late", "just late", "in time", "nobody's"]);
});

test("the board has of each stage those that are due first, and how many there are", async () => {
  const asked = {
    view: "team",
    staffId: me,
    storeId: null,
    stage: null,
    due: "all" as const,
    now,
  } as const;
  const { leads, counts } = await loadLeadBoard(db(), { ...asked, perStage: 1 });
  expect(leads.map(({ id }) => id)).toEqual([ids["long late"], ids["just late"]]);
  expect(counts.stages).toMatchObject({ submitted: 2, contacted: 2, ordered: 0 });
});

test("nothing in the list is a way to reach the friend", async () => {
  expect(JSON.stringify(await listed("team"))).not.toMatch(/\+86|139\d{8}/);
});
