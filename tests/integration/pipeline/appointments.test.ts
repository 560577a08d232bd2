import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadAppointmentEntry } from "#app/modules/pipeline/appointment-entry.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import {
  changeAppointment,
  makeAppointment,
  type NewAppointment,
} from "#app/modules/pipeline/make-appointment.server.ts";
import { settleAppointment } from "#app/modules/pipeline/settle-appointment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let referrer: TestMember;
let seller: Actor;
let leadId: number;
const july = (day: number, hour = 12) => new Date(Date.UTC(2026, 6, day, hour - 8));

beforeEach(async () => {
  plan.car = `Tayron ${++cars}`;
  referrer = await aReferrer();
  seller = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  leadId = await handedIn(aLead(referrer.id, { at: july(6) }));
  await db().lead.update({ where: { id: leadId }, data: { consultantId: seller.by } });
});

const accepted = () =>
  moveLead({ leadId, to: "accepted", reason: null, revision: null }, seller, july(6));
/** Each test has a car of its own. */
const plan = { startsAt: july(8), endsAt: july(8, 13), storeId: null, car: "" };
let cars = 0;

async function made(changes: Partial<NewAppointment> = {}): Promise<number> {
  const wanted = { ...plan, leadId, kind: "test-drive", by: seller.by, requestKey: randomUUID() };
  const answer = await makeAppointment({ ...wanted, ...changes } as NewAppointment, july(7));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.appointmentId;
}
const settle = (
  appointmentId: number,
  outcome: "kept" | "missed" | "cancelled",
  at = july(8, 14),
) => settleAppointment({ leadId, appointmentId, outcome }, seller, at);
const lead = () => db().lead.findUniqueOrThrow({ where: { id: leadId } });

describe("an appointment", () => {
  test("is what comes next until it is over, and is made once however often it is sent", async () => {
    const requestKey = randomUUID();
    expect(await made({ requestKey })).toBe(await made({ requestKey }));
    expect(await lead()).toMatchObject({ nextAction: "test-drive", nextDueAt: july(8, 13) });
  });

  test("that was kept moves the lead and brings its points, once", async () => {
    await accepted();
    const id = await made();
    expect(await settle(id, "kept")).toEqual({ ok: true, repeated: false });
    expect(await settle(id, "kept")).toEqual({ ok: true, repeated: true });
    expect(await lead()).toMatchObject({ stage: "test-drive", nextAction: "offer" });
    // Whoever drove with a friend has talked with them: 50 for the acceptance, 200 for the drive.
    expect(await loadBalance(db(), referrer.accountId, july(9))).toMatchObject({ available: 250 });
  });

  test("that was kept before anybody accepted the lead leaves that to a person", async () => {
    await settle(await made(), "kept");
    expect(await lead()).toMatchObject({ stage: "submitted", metAt: july(8, 14) });
  });

  test("keeps its car: of two in the same hour one drives it, however its name is typed", async () => {
    const otherId = await handedIn(aLead((await aReferrer()).id, { at: july(6) }));
    const wanted = { ...plan, kind: "test-drive", by: seller.by } as const;
    const drive = (changes: Partial<NewAppointment>) =>
      makeAppointment({ ...wanted, leadId, requestKey: randomUUID(), ...changes }, july(7));
    const both = await Promise.all([
      drive({ leadId }),
      drive({ leadId: otherId, car: ` ${plan.car.toUpperCase().replace(" ", "-")} ` }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "car-taken" });
    // Right after it, another car, a visit, and no car named.
    expect(await drive({ startsAt: july(8, 13), endsAt: july(8, 14) })).toMatchObject({ ok: true });
    expect(await drive({ car: `${plan.car}b` })).toMatchObject({ ok: true });
    expect(await drive({ kind: "visit" })).toMatchObject({ ok: true });
    expect(await drive({ car: "" })).toMatchObject({ ok: true });
  });

  test("is not moved into an hour in which another has its car; what is cancelled frees it", async () => {
    const first = await made();
    const moved = { ...plan, startsAt: july(9), endsAt: july(9, 13) };
    const second = await made(moved);
    const change = { ...plan, leadId, by: seller.by, sequence: 0 };
    expect(await changeAppointment({ ...change, appointmentId: second }, july(7))).toEqual({
      ok: false,
      refusal: "car-taken",
    });
    // Its own hour is no other's.
    const longer = { ...change, endsAt: july(8, 14), appointmentId: first };
    expect(await changeAppointment(longer, july(7))).toEqual({ ok: true });
    await settle(first, "cancelled", july(7));
    expect(await changeAppointment({ ...change, appointmentId: second }, july(7))).toEqual({
      ok: true,
    });
  });

  test("that was missed is followed by a call, and is neither kept nor missed before it begins", async () => {
    const id = await made();
    expect(await settle(id, "missed", july(8, 11))).toEqual({ ok: false, refusal: "not-yet" });
    await settle(id, "missed");
    expect(await lead()).toMatchObject({ nextAction: "call-again", stage: "submitted" });
    expect(await settle(id, "kept")).toEqual({ ok: false, refusal: "settled" });
  });

  test("is cancelled with the lead, and its car is another's from then on", async () => {
    const id = await made();
    await endLead({ leadId, ending: "declined", reason: "elsewhere", revision: null }, seller);
    expect(await db().leadAppointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ state: "cancelled", sequence: 1 },
    });
    leadId = await handedIn(aLead(referrer.id, { at: july(6) }));
    expect(await made()).toBeGreaterThan(id);
  });

  test("is not made at a store that is none, nor in an hour that is over or will hardly come", async () => {
    const wanted = { ...plan, leadId, by: seller.by, requestKey: randomUUID() };
    const make = (changes: Partial<NewAppointment>) =>
      makeAppointment({ ...wanted, kind: "visit", ...changes }, july(7));
    expect(await make({ storeId: 999_999 })).toEqual({ ok: false, refusal: "no-such-store" });
    expect(await make({ startsAt: july(6), endsAt: july(7) })).toEqual({
      ok: false,
      refusal: "past",
    });
    const [startsAt, endsAt] = [new Date("9999-12-31T00:00:00Z"), new Date("9999-12-31T01:00:00Z")];
    expect(await make({ startsAt, endsAt })).toEqual({ ok: false, refusal: "day-too-far" });
  });
});

describe("its calendar entry", () => {
  const entry = (appointmentId: number, id = seller.by) =>
    loadAppointmentEntry(db(), { leadId, appointmentId }, { id, isAdmin: false }, "https://a.test");

  test("keeps its UID, and has a higher sequence after each change", async () => {
    const id = await made();
    const before = await entry(id);
    const later = { ...plan, startsAt: july(9), endsAt: july(9, 13) };
    const change = { ...later, leadId, appointmentId: id, by: seller.by };
    expect(await changeAppointment({ ...change, sequence: 0 }, july(7))).toEqual({ ok: true });
    // Somebody with the page from before is told.
    expect(await changeAppointment({ ...change, sequence: 0 }, july(7))).toEqual({
      ok: false,
      refusal: "changed-meanwhile",
    });
    expect(await entry(id)).toMatchObject({ uid: before?.uid, sequence: 1, startsAt: july(9) });
    await settle(id, "cancelled", july(7));
    expect(await entry(id)).toMatchObject({ uid: before?.uid, sequence: 2, status: "CANCELLED" });
  });

  test("is for whoever works with the lead, and does not name the friend", async () => {
    const id = await made();
    expect(JSON.stringify(await entry(id))).not.toContain("Bo Lin");
    expect(await entry(id, (await aPerson({ roles: ["sales"] })).id)).toBeNull();
  });
});
