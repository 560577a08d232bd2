import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { makeAppointment } from "#app/modules/pipeline/make-appointment.server.ts";
import { mergeLeads } from "#app/modules/pipeline/merge-leads.server.ts";
import { loadFriendPage } from "#app/modules/referrals/load-friend-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aBrowser, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let first: TestMember;
let second: TestMember;
let seller: Actor;
let ids: { earlier: number; later: number };
const july = (day: number) => new Date(Date.UTC(2026, 6, day, 4));

beforeEach(async () => {
  [first, second] = [await aReferrer(), await aReferrer()];
  seller = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  // One friend with two phones.
  ids = {
    earlier: await handedIn(aLead(first.id, { at: july(1) })),
    later: await handedIn(aLead(second.id, { at: july(2) })),
  };
});

const call = (leadId: number) =>
  logContact(
    { leadId, kind: "call", reached: true, note: "Hello", by: seller.by, requestKey: randomUUID() },
    july(3),
  );
const move = (leadId: number, to: "accepted" | "test-drive" | "delivered") =>
  moveLead({ leadId, to, reason: null, revision: null }, seller, july(3));
async function merge(leadId: number, otherId: number, seesAll = false) {
  const newest = await db().leadStep.findFirst({ where: { leadId }, orderBy: { id: "desc" } });
  return mergeLeads({ leadId, otherId, revision: Number(newest?.id), seesAll }, seller, july(4));
}
const points = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId, july(5))).available;

test("the earlier goes on with the calls, appointments, stage and points of both", async () => {
  await call(ids.later);
  await move(ids.later, "accepted");
  await move(ids.later, "test-drive");
  const made = { leadId: ids.later, kind: "visit", startsAt: july(8), endsAt: july(9) } as const;
  const where = { storeId: null, car: "", by: seller.by, requestKey: randomUUID() };
  await makeAppointment({ ...made, ...where }, july(3));
  expect(await points(second)).toBe(250);

  expect(await merge(ids.later, ids.earlier)).toEqual({ ok: true, keptId: ids.earlier });
  expect(await db().lead.findUniqueOrThrow({ where: { id: ids.later } })).toMatchObject({
    ...{ ended: "merged", mergedInto: ids.earlier, nextDueAt: null },
  });
  const kept = await db().lead.findUniqueOrThrow({
    where: { id: ids.earlier },
    include: { contacts: true, appointments: true },
  });
  expect(kept).toMatchObject({ stage: "test-drive", ended: null, metAt: july(3) });
  expect(kept.contacts).toHaveLength(1);
  expect(kept.appointments).toHaveLength(1);
  expect([await points(first), await points(second)]).toEqual([250, 0]);
});

test("of two who merge the same two at once, one does", async () => {
  const answers = await Promise.all([merge(ids.later, ids.earlier), merge(ids.earlier, ids.later)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().lead.count({ where: { mergedInto: ids.earlier } })).toBe(1);
});

test("what was delivered is not merged, nor anything into what there is not", async () => {
  await call(ids.later);
  await move(ids.later, "accepted");
  await move(ids.later, "delivered");
  expect(await merge(ids.earlier, ids.later)).toEqual({ ok: false, refusal: "delivered" });
  expect(await merge(ids.earlier, 999_999)).toEqual({ ok: false, refusal: "no-such-lead" });
});

test("nobody reads what a colleague talked about with a friend by making the lead one with theirs", async () => {
  await call(ids.later);
  const colleague = (await aPerson({ roles: ["sales"] })).id;
  await assignLead({ leadId: ids.later, to: colleague, from: null }, seller);
  expect(await merge(ids.earlier, ids.later)).toEqual({ ok: false, refusal: "colleagues-lead" });
  expect(await db().leadContact.count({ where: { leadId: ids.earlier } })).toBe(0);
  expect(await merge(ids.earlier, ids.later, true)).toMatchObject({ ok: true });
});

test("a friend who says no on the page of either is called for neither", async () => {
  await merge(ids.later, ids.earlier);
  const { token } = await db().lead.findUniqueOrThrow({ where: { id: ids.later } });
  expect(await loadFriendPage(db(), token)).toMatchObject({ over: false, answer: null });
  const said = { token, answer: "decline", browser: aBrowser() } as const;
  expect(await answerFriend(said, july(5))).toEqual({ ok: true });
  expect(await db().lead.findUniqueOrThrow({ where: { id: ids.earlier } })).toMatchObject({
    ...{ ended: "withdrawn", friendAnswer: "declined", nextDueAt: null },
  });
  expect(await loadFriendPage(db(), token)).toMatchObject({ over: true, answer: "declined" });
});
