import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadListedReferrers } from "#app/modules/lead-figures/load-listed-referrers.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { changeReferrer } from "#app/modules/referrers/change-referrer.server.ts";
import { referrersFeature } from "#app/modules/referrers/feature.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

// The first second of 2026 in Shanghai, and the last of 2025.
const NEW_YEAR = new Date("2025-12-31T16:00:00Z");
const OLD_YEAR = new Date("2025-12-31T15:59:59Z");
const NOW = new Date("2026-06-01T00:00:00Z");

let clerk: { by: number; address: string };
beforeAll(async () => {
  await ensureClub(db());
  clerk = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
});
beforeEach(() => db().referrer.updateMany({ data: { isListed: false } }));

type Friend = "accepted" | "accepted unmet" | "handed in" | "delivered" | "last year's";

/** Somebody who agreed to be listed, with friends. */
async function listed(name: string, friends: Friend[]): Promise<number> {
  const { id } = await aReferrer({ name });
  await changeReferrer(id, { showsName: false, isListed: true });
  for (const friend of friends) {
    const at = friend === "last year's" ? OLD_YEAR : NEW_YEAR;
    const leadId = await handedIn(aLead(id, { at }));
    if (friend === "handed in") continue;
    const to = friend === "delivered" ? "delivered" : "accepted";
    await moveLead({ leadId, to: "accepted", reason: null, revision: null }, clerk, at);
    if (to === "delivered") {
      await moveLead({ leadId, to, reason: null, revision: null }, clerk, at);
    }
    if (friend === "accepted unmet" || friend === "delivered") continue;
    const call = { kind: "call", reached: true, note: "", by: clerk.by } as const;
    await logContact({ ...call, leadId, requestKey: randomUUID() }, at);
  }
  return id;
}

const list = async (now = NOW) => (await loadListedReferrers(db(), now)).referrers;

test("those who agreed stand by the number of friends who were accepted this year, by first name", async () => {
  await listed("Ada Lovelace", ["accepted"]);
  await listed("王小明", ["accepted", "accepted", "handed in", "last year's"]);
  await listed("Mara Quandt", ["delivered"]);
  expect(await list()).toEqual([
    { name: "小明", friends: 2 },
    { name: "Mara", friends: 1 },
    { name: "Ada", friends: 1 },
  ]);
  expect((await loadListedReferrers(db(), OLD_YEAR)).year).toBe("2025");
  expect(await list(OLD_YEAR)).toEqual([{ name: "小明", friends: 1 }]);
});

test("a friend whom nobody has reached, or who is not accepted, brings nobody onto it", async () => {
  await listed("Ada Lovelace", ["accepted unmet", "handed in", "last year's"]);
  expect(await list()).toEqual([]);
});

test("nobody is on it who did not agree, or takes it back", async () => {
  const id = await listed("Ada Lovelace", ["accepted"]);
  expect(await list()).toHaveLength(1);
  await changeReferrer(id, { showsName: true, isListed: false });
  expect(await list()).toEqual([]);
});

test.each([
  ["has asked to close their account", { closingAskedAt: NOW, closesAt: NOW }],
  ["has left", { closedAt: NOW }],
])("whoever %s is gone at once", async (_case, data) => {
  const id = await listed("Ada Lovelace", ["accepted"]);
  await db().person.update({ where: { id }, data });
  expect(await list()).toEqual([]);
});

test("whoever was erased is gone, and the friends with them", async () => {
  const id = await listed("Ada Lovelace", ["accepted"]);
  await db().lead.updateMany({ where: { referrerId: id }, data: { referrerId: null } });
  await referrersFeature.erasure?.erase?.(db(), { personId: id, member: null } as never);
  expect(await db().referrer.count({ where: { personId: id } })).toBe(0);
  expect(await list()).toEqual([]);
});

test("whoever works here recommends as part of the work", async () => {
  const id = await listed("Ada Lovelace", ["accepted"]);
  await db().roleGrant.create({ data: { personId: id, role: "referrer" } });
  expect(await list()).toHaveLength(1);
  await db().roleGrant.create({ data: { personId: id, role: "sales" } });
  expect(await list()).toEqual([]);
});

test("ten are shown", async () => {
  for (let n = 0; n < 11; n++) await listed(`Ada${n} Lovelace`, ["accepted"]);
  expect(await list()).toHaveLength(10);
});
