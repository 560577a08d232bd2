import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { pipelineFeature } from "#app/modules/pipeline/feature.server.ts";
import { assignNewLead } from "#app/modules/pipeline/give-turn.server.ts";
import { handOverLeads } from "#app/modules/pipeline/hand-over-leads.server.ts";
import { keepConsultant } from "#app/modules/pipeline/keep-consultant.server.ts";
import { loadConsultants } from "#app/modules/pipeline/load-consultants.server.ts";
import { changeRoles } from "#app/modules/staff/change-roles.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let admin: Actor;
let referrerId: number;

beforeEach(async () => {
  admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "192.0.2.1" };
  referrerId = (await aReferrer()).id;
  await db().consultant.deleteMany({});
});

async function aConsultant(changes: object = {}): Promise<number> {
  const { id } = await aPerson({ roles: ["sales"] });
  const usual = { takesTurns: true, storeId: null, models: [], awayThrough: null };
  expect(await keepConsultant({ personId: id, ...usual, ...changes }, admin)).toEqual({ ok: true });
  return id;
}
async function given(changes: Parameters<typeof aLead>[1] = {}): Promise<number | null> {
  const leadId = await handedIn(aLead(referrerId, changes));
  await assignNewLead(leadId);
  return consultantOf(leadId);
}
const consultantOf = async (id: number) =>
  (await db().lead.findUniqueOrThrow({ where: { id } })).consultantId;

describe("whose turn it is", () => {
  test("new leads go round, and one that is asked for twice is given once", async () => {
    const [a, b] = [await aConsultant(), await aConsultant()];
    expect([await given(), await given(), await given()]).toEqual([a, b, a]);
    const leadId = await handedIn(aLead(referrerId));
    await Promise.all([assignNewLead(leadId), assignNewLead(leadId)]);
    expect(await consultantOf(leadId)).toBe(b);
    expect(await given()).toBe(a);
  });

  test("ten leads at once are shared out evenly", async () => {
    const [a, b] = [await aConsultant(), await aConsultant()];
    const ids = await Promise.all(Array.from({ length: 10 }, () => handedIn(aLead(referrerId))));
    await Promise.all(ids.map((id) => assignNewLead(id)));
    const whose = await Promise.all(ids.map(consultantOf));
    expect(whose.filter((id) => id === a)).toHaveLength(5);
    expect(whose.filter((id) => id === b)).toHaveLength(5);
  });

  test("handing in leaves work for the queue, but not for what waits for a look", async () => {
    await aConsultant();
    const jobs = async () => {
      const [{ count }] = await db().$queryRaw<[{ count: number }]>`
        select count(*)::int from graphile_worker.jobs where task_identifier = 'assign-lead'`;
      return count;
    };
    const before = await jobs();
    await handedIn(aLead(referrerId));
    expect(await jobs()).toBe(before + 1);
    const waiting = await handedIn(aLead(referrerId, { signs: ["burst"] }));
    expect(await jobs()).toBe(before + 1);
    await assignNewLead(waiting);
    expect(await consultantOf(waiting)).toBeNull();
  });

  test("nobody of the store takes turns: a person decides", async () => {
    const [here, there] = [await aStore(), await aStore()];
    await aConsultant({ storeId: here });
    expect(await given({ storeId: there })).toBeNull();
  });

  test("who no longer works leads gets none, whatever their turns said", async () => {
    const [left, stays] = [await aConsultant(), await aConsultant()];
    await db().roleGrant.deleteMany({ where: { personId: left } });
    expect(await given()).toBe(stays);
    const kept = { personId: left, takesTurns: true, storeId: null, models: [], awayThrough: null };
    expect(await keepConsultant(kept, admin)).toEqual({ ok: false, refusal: "cannot-work" });
  });
});

describe("a consultant leaves", () => {
  async function withLeads(): Promise<{ leaver: number; ids: number[] }> {
    const leaver = await aConsultant();
    const made = await Promise.all([1, 2, 3].map(() => handedIn(aLead(referrerId))));
    const ids = made.toSorted((a, b) => a - b);
    for (const leadId of ids) {
      expect(await assignLead({ leadId, to: leaver, from: null }, admin)).toMatchObject({
        ok: true,
      });
    }
    return { leaver, ids };
  }
  const clocks = async (ids: number[]) =>
    (await db().lead.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } })).map(
      ({ nextDueAt }) => nextDueAt,
    );

  test("all open leads go to a colleague, with their clocks; what was delivered stays theirs", async () => {
    const { leaver, ids } = await withLeads();
    const colleague = await aConsultant();
    const [delivered] = ids as [number];
    await db().lead.update({ where: { id: delivered }, data: { stage: "delivered" } });
    const before = await clocks(ids);
    expect(await handOverLeads({ from: leaver, to: colleague }, admin)).toEqual({
      ok: true,
      leads: 2,
    });
    expect(await Promise.all(ids.map(consultantOf))).toEqual([leaver, colleague, colleague]);
    expect(await clocks(ids)).toEqual(before);
  });

  test("whose role is taken away is relieved of them in the same moment, each to whoever's turn it is", async () => {
    const { leaver, ids } = await withLeads();
    const others = [await aConsultant(), await aConsultant()];
    const change = { personId: leaver, wanted: [], seen: ["sales"] as const, ...admin };
    expect(await changeRoles(db(), change)).toMatchObject({ ok: true });
    expect(await Promise.all(ids.map(consultantOf))).toEqual([others[0], others[1], others[0]]);
    expect(await db().consultant.count({ where: { personId: leaver } })).toBe(0);
    expect((await loadConsultants(db())).map(({ id }) => id)).not.toContain(leaver);
  });

  test("who closes the account leaves nothing behind; where nobody takes turns the leads are nobody's", async () => {
    const { leaver, ids } = await withLeads();
    const gone = { personId: leaver, member: null, email: null, keptLetter: null };
    await pipelineFeature.erasure?.erase(db(), gone);
    expect(await Promise.all(ids.map(consultantOf))).toEqual([null, null, null]);
  });
});
