import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { takeLead } from "#app/modules/pipeline/take-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer } from "../../support/leads.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const aDeskLead = (referrer: string) => ({
  referrer,
  friend: aLead(0).friend,
  storeId: null,
  requestKey: randomUUID(),
});
const actor = async () => ({
  by: (await aPerson({ roles: ["sales"] })).id,
  address: "192.0.2.1",
});

test("a member is found by number, however it is typed, and recommends for the first time", async () => {
  const member = await aMember();
  const seller = await actor();
  const taken = await takeLead(aDeskLead(` ${member.number.toLowerCase()} `), seller);
  if (!taken.ok) throw new Error(taken.refusal);
  const lead = await db().lead.findUniqueOrThrow({
    where: { id: taken.leadId },
    include: { steps: true },
  });
  expect(lead).toMatchObject({ referrerId: member.id, source: "desk", consentVersion: 1 });
  expect(lead.steps[0]).toMatchObject({ step: "handed-in", createdBy: seller.by });
});

test("anybody who recommends is found by their code; sent twice it is one lead", async () => {
  const { id } = await aReferrer();
  const { code } = await db().referrer.findUniqueOrThrow({ where: { personId: id } });
  const lead = aDeskLead(code);
  const seller = await actor();
  const first = await takeLead(lead, seller);
  expect(first).toMatchObject({ ok: true });
  expect(await takeLead(lead, seller)).toEqual({ ...first, repeated: true });
  expect(await db().auditEntry.count({ where: { personId: seller.by } })).toBe(1);
});

test("nobody's number takes nobody", async () => {
  const lead = aDeskLead("M99999999");
  expect(await takeLead(lead, await actor())).toEqual({ ok: false, refusal: "no-such-referrer" });
  expect(await db().lead.count({ where: { friendPhone: lead.friend.phone } })).toBe(0);
});

test("a store that there is not takes nobody", async () => {
  const { number } = await aMember();
  const lead = { ...aDeskLead(number), storeId: 999_999 };
  expect(await takeLead(lead, await actor())).toEqual({ ok: false, refusal: "no-such-store" });
});
