import { randomInt, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadTurnsFor } from "#app/modules/draws/load-turns-for.server.ts";
import { closePrizeTable } from "#app/modules/draws/prize-tables.server.ts";
import { bringMember } from "#app/modules/joining/bring-member.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { type Delivery, deliverCar } from "#app/modules/pipeline/deliver-car.server.ts";
import { letBuyerDraw, turnKeyOf } from "#app/modules/pipeline/let-buyer-draw.server.ts";
import { loadDueFollowUps, loadFollowUpsOf } from "#app/modules/pipeline/load-follow-ups.server.ts";
import { type FollowUpNote, noteFollowUp } from "#app/modules/pipeline/note-follow-up.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPrizeTable } from "../../support/draws.ts";
import { aLead, aPhone, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

/** Nobody of the club: members whom tests make by hand have numbers that the club would give next. */
let referrerId: number;
let seller: Actor;
let phone: string;
let leadId: number;
const july = (day: number, hour = 12) => new Date(Date.UTC(2026, 6, day, hour - 8));

beforeEach(async () => {
  referrerId = (await aPerson()).id;
  await becomeReferrer(db(), referrerId);
  seller = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  phone = aPhone();
  leadId = await handedIn(aLead(referrerId, { phone, at: july(1) }));
  const contact = { leadId, kind: "call", reached: true, note: "", by: seller.by } as const;
  await logContact({ ...contact, requestKey: randomUUID() }, july(1));
  for (const to of ["accepted", "ordered"] as const) {
    await moveLead({ leadId, to, reason: null, revision: null }, seller, july(2));
  }
});

async function deliver(changes: Partial<Delivery> = {}, at = july(6)) {
  const newest = await db().leadStep.findFirst({ where: { leadId }, orderBy: { id: "desc" } });
  const plate = `粤D${randomInt(10_000, 99_999)}`;
  const car = { vin: null, plate, model: "Tayron", email: null };
  return deliverCar({ leadId, revision: Number(newest?.id), ...car, ...changes }, seller, at);
}
/** The friend, who has joined with the same phone. */
async function joined(): Promise<{ memberId: number; accountId: number }> {
  const who = { name: "Bo Lin", phone, email: null, locale: "en" } as const;
  const book = await loadRuleBook();
  const now = { book, time: clubTime("Asia/Shanghai"), now: july(3) };
  const brought = await inTransaction((tx) => bringMember(tx, who, now));
  if (!brought.ok) throw new Error(brought.refusal);
  const { memberId } = brought;
  const { accountId } = await db().member.findUniqueOrThrow({ where: { id: memberId } });
  return { memberId, accountId: Number(accountId) };
}
const bought = () =>
  db().lead.findUniqueOrThrow({
    where: { id: leadId },
    include: { member: { include: { person: true, cars: { include: { car: true } } } } },
  });

describe("a car is handed over", () => {
  test("and in one step the friend is a member, the car is theirs, and both have their points", async () => {
    const email = `${randomUUID()}@marque.test`;
    expect(await deliver({ email })).toEqual({ ok: true, repeated: false, claimed: false });
    const { stage, member } = await bought();
    expect(stage).toBe("delivered");
    expect(member?.person).toMatchObject({ name: "Bo Lin", phone, email });
    expect(member?.cars[0]?.car).toMatchObject({ model: "Tayron" });
    const { accountId } = await db().referrer.findUniqueOrThrow({
      where: { personId: referrerId },
    });
    expect(await loadBalance(db(), Number(accountId), july(7))).toMatchObject({
      ...{ available: 50, pending: 2_000 },
    });
    const account = Number(member?.accountId);
    const before = await loadBalance(db(), account, july(20, 23));
    expect(before.pending).toBe(100);
    expect((await loadBalance(db(), account, july(21, 1))).pending).toBe(0);
    expect(await db().mail.count({ where: { recipient: email, template: "welcome" } })).toBe(1);
  });

  test("twice pressed it is handed over once", async () => {
    await Promise.all([deliver(), deliver()]);
    expect(await deliver()).toMatchObject({ ok: true, repeated: true });
    expect(await db().person.count({ where: { phone } })).toBe(1);
    expect(await db().leadReward.count({ where: { leadId, stage: "welcome" } })).toBe(1);
  });

  test("of a friend with two leads that are handed over at once there is one member", async () => {
    const at = new Date("2026-11-02T04:00:00Z");
    await moveLead({ leadId, to: "test-drive", reason: "other", revision: null }, seller, july(3));
    const second = (await aPerson()).id;
    await becomeReferrer(db(), second);
    const later = await handedIn(aLead(second, { phone, at }));
    await moveLead({ leadId: later, to: "accepted", reason: null, revision: null }, seller, at);
    const newest = await db().leadStep.groupBy({ by: ["leadId"], _max: { id: true } });
    const hands = [seller, { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.2" }];
    const answers = await Promise.all(
      [leadId, later].map((id, place) => {
        const revision = Number(newest.find((each) => each.leadId === id)?._max.id);
        const car = { vin: null, plate: `粤B0000${place}`, model: null, email: null };
        return deliverCar({ leadId: id, revision, ...car }, hands[place] as Actor, at);
      }),
    );
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await db().person.count({ where: { phone } })).toBe(1);
  });

  test("once more after a cancelled sale it is the same member's, whatever phone they have by now", async () => {
    await deliver();
    const { memberId } = await bought();
    await moveLead(
      { leadId, to: "ordered", reason: "sale-cancelled", revision: null },
      seller,
      july(7),
    );
    await db().person.updateMany({ where: { phone }, data: { phone: aPhone() } });
    expect(await deliver({}, july(8))).toMatchObject({ ok: true });
    expect(await bought()).toMatchObject({ stage: "delivered", memberId });
    expect(await db().person.count({ where: { phone } })).toBe(0);
  });

  test("a friend who joined by themselves meanwhile is found by the phone, with their car", async () => {
    const friend = await joined();
    const plate = `粤E${randomInt(10_000, 99_999)}`;
    const car = await db().car.create({ data: { plate } });
    await db().carHolding.create({
      data: { carId: car.id, memberId: friend.memberId, startsAt: july(1) },
    });
    expect(await deliver({ plate })).toMatchObject({ ok: true });
    expect(await bought()).toMatchObject({ memberId: friend.memberId, stage: "delivered" });
    expect((await loadBalance(db(), friend.accountId, july(7))).pending).toBe(100);
    expect(await db().person.count({ where: { phone } })).toBe(1);
  });

  test("to who named themselves by a number that is theirs by then, it brings nothing", async () => {
    const { memberId, accountId } = await joined();
    const { personId } = await db().member.findUniqueOrThrow({ where: { id: memberId } });
    await becomeReferrer(db(), personId);
    await db().lead.update({ where: { id: leadId }, data: { referrerId: personId } });
    const before = await loadBalance(db(), accountId, july(7));
    expect(await deliver()).toMatchObject({ ok: true });
    expect(await loadBalance(db(), accountId, july(7))).toEqual(before);
    expect(
      await db().leadReward.findFirstOrThrow({ where: { leadId, stage: "delivered" } }),
    ).toMatchObject({ points: 0, notGiven: "yourself" });
  });

  test("nothing is kept of it where the address is somebody else's", async () => {
    const { email } = await aPerson();
    expect(await deliver({ email })).toEqual({ ok: false, refusal: "email-taken" });
    expect(await bought()).toMatchObject({ stage: "ordered", memberId: null });
    expect(await db().person.count({ where: { phone } })).toBe(0);
  });

  test("who was forgotten cannot be made a member from here", async () => {
    await db().lead.update({
      where: { id: leadId },
      data: { friendName: null, friendPhone: null },
    });
    expect(await deliver()).toEqual({ ok: false, refusal: "forgotten" });
  });

  test.each([13, 15])(
    "a sale that is cancelled after %i days takes both points back",
    async (days) => {
      await deliver();
      const account = Number((await bought()).member?.accountId);
      const given = (await loadBalance(db(), account, july(6))).available;
      const back = { leadId, to: "ordered", reason: "sale-cancelled", revision: null } as const;
      await moveLead(back, seller, july(6 + days));
      expect(await loadBalance(db(), account, july(6 + days))).toMatchObject({
        ...{ available: given, pending: 0 },
      });
      // Bought after all: once more, and once.
      await moveLead({ ...back, to: "delivered", reason: null }, seller, july(25));
      expect((await loadBalance(db(), account, july(25))).pending).toBe(100);
    },
  );
});

describe("after the sale", () => {
  /** Of this lead: what was nobody's in other tests is everybody's to ask. */
  const due = async (at: Date, by = seller.by) =>
    (await loadDueFollowUps(db(), { consultantId: by, limit: 100 }, at)).filter(
      (call) => call.leadId === leadId,
    );
  const note = (changes: Partial<FollowUpNote> = {}, at = july(9)) =>
    noteFollowUp(
      {
        ...{ leadId, day: 3, answer: "reached", satisfaction: 4, note: "Likes it", by: seller.by },
        requestKey: randomUUID(),
        ...changes,
      } as FollowUpNote,
      at,
    );
  beforeEach(async () => {
    await db().lead.update({ where: { id: leadId }, data: { consultantId: seller.by } });
    // A Monday.
    await deliver();
  });

  test("they are called on the third day, and what they say is noted with the calls", async () => {
    expect(await due(july(8))).toEqual([]);
    expect(await due(july(9))).toMatchObject([{ leadId, day: 3, state: "due" }]);
    expect(await due(july(10))).toMatchObject([{ leadId, day: 3, state: "late" }]);
    expect(await note()).toEqual({ ok: true });
    expect(await due(july(10))).toEqual([]);
    expect((await loadFollowUpsOf(db(), leadId, july(10)))[0]).toMatchObject({
      ...{ state: "done", reached: true, satisfaction: 4 },
    });
    expect(await db().leadContact.count({ where: { leadId, note: "Likes it" } })).toBe(1);
  });

  test("who was not reached stays on the list until they are, or are left alone", async () => {
    await note({ answer: "try-again" });
    expect(await due(july(9))).toHaveLength(1);
    await note({ answer: "leave" });
    expect(await due(july(9))).toEqual([]);
  });

  test("whose consultant no longer works here is asked by whoever does", async () => {
    const other = (await aPerson({ roles: ["sales"] })).id;
    expect(await due(july(9), other)).toEqual([]);
    await db().roleGrant.deleteMany({ where: { personId: seller.by } });
    expect(await due(july(9), other)).toMatchObject([{ leadId, day: 3 }]);
  });

  test("after a cancelled sale nobody asks", async () => {
    const back = { leadId, to: "ordered", reason: "sale-cancelled", revision: null } as const;
    await moveLead(back, seller, july(8));
    expect(await due(july(9))).toEqual([]);
    expect(await note()).toEqual({ ok: false, refusal: "not-delivered" });
  });
});

describe("the buyer's turn at a table from which every turn wins", () => {
  const draw = (tableId: number) => letBuyerDraw({ leadId, tableId }, seller);

  test("is one for a delivery, at one table, however often and at once it is asked for", async () => {
    const [tableId, otherId] = [await aPrizeTable(), await aPrizeTable()];
    expect(await draw(tableId)).toEqual({ ok: false, refusal: "not-delivered" });
    await deliver();
    expect(await Promise.all([tableId, otherId, tableId].map(draw))).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true })),
    );
    const turns = await loadTurnsFor(db(), turnKeyOf(leadId));
    expect(turns).toMatchObject({ state: "had" });
    const rows = await db().prizeTurn.findMany({ where: { key: turnKeyOf(leadId) } });
    expect(rows).toMatchObject([{ memberId: (await bought()).memberId }]);
    expect(
      await db().auditEntry.count({ where: { action: "lead.drew", personId: seller.by } }),
    ).toBe(1);
  });

  test("is not had at a table that is closed, nor at none", async () => {
    const tableId = await aPrizeTable();
    await deliver();
    await closePrizeTable(tableId, seller);
    expect(await draw(tableId)).toEqual({ ok: false, refusal: "draw-closed" });
    expect(await draw(999_999)).toEqual({ ok: false, refusal: "draw-closed" });
    const turns = await loadTurnsFor(db(), turnKeyOf(leadId));
    expect(turns.state === "open" && turns.tables.map(({ id }) => id)).not.toContain(tableId);
  });
});
