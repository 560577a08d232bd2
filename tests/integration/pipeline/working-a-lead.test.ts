import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { logContact, type NewContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { planNext } from "#app/modules/leads/plan-next.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { findLeadAgain } from "#app/modules/pipeline/find-again.server.ts";
import { pauseLead } from "#app/modules/pipeline/pause-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let referrer: TestMember;
let seller: Actor;
let phone: string;
let leadId: number;
// A Monday; the club works Monday to Friday, nine to six.
const monday = (hour: number, minute = 0) => new Date(Date.UTC(2026, 6, 6, hour - 8, minute));
const inDays = (days: number, hour = 11) => new Date(monday(hour).getTime() + days * 86_400_000);

beforeEach(async () => {
  referrer = await aReferrer();
  seller = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  phone = aPhone();
  leadId = await handedIn(aLead(referrer.id, { phone, at: monday(11) }));
});

const lead = () => db().lead.findUniqueOrThrow({ where: { id: leadId } });
const steps = async () =>
  (await db().leadStep.findMany({ where: { leadId }, orderBy: { id: "asc" } })).map(
    ({ step }) => step,
  );
async function revision(): Promise<number> {
  const newest = await db().leadStep.findFirst({ where: { leadId }, orderBy: { id: "desc" } });
  return Number(newest?.id);
}
const contact = (changes: Partial<NewContact> = {}, at = monday(15)) =>
  logContact(
    {
      leadId,
      kind: "call",
      reached: true,
      note: "",
      by: seller.by,
      requestKey: randomUUID(),
      ...changes,
    },
    at,
  );
const accept = async (at = monday(15)) =>
  moveLead({ leadId, to: "accepted", reason: null, revision: await revision() }, seller, at);

describe("the clock", () => {
  test("whoever was not reached is called again by the same hour of the next working day", async () => {
    await contact({ reached: false }, monday(15));
    expect(await lead()).toMatchObject({
      nextAction: "call-again",
      nextDueAt: inDays(1, 15),
      metAt: null,
    });
  });

  test("the first call keeps its time until somebody has tried; then another thing can be planned", async () => {
    const plan = async (at: Date) =>
      planNext(
        {
          ...{ leadId, revision: await revision(), by: seller.by },
          ...{ action: "offer", dueAt: inDays(9) },
        },
        at,
      );
    expect(await plan(monday(12))).toEqual({ ok: false, refusal: "first-call" });
    expect(await lead()).toMatchObject({ nextAction: "first-call", nextDueAt: inDays(1) });
    await accept(monday(12));
    expect(await plan(monday(13))).toEqual({ ok: false, refusal: "first-call" });
    await contact({ reached: false }, monday(15));
    expect(await plan(monday(16))).toEqual({ ok: true });
    expect(await lead()).toMatchObject({ nextAction: "offer", nextDueAt: inDays(9) });
  });

  test("what was chosen is what comes next; an hour that is over is refused, and nothing is noted", async () => {
    const chosen = { action: "test-drive", dueAt: inDays(3) } as const;
    await contact({ next: chosen });
    expect(await lead()).toMatchObject({ nextAction: "test-drive", nextDueAt: inDays(3) });
    const late = await contact({ next: { ...chosen, dueAt: monday(14) } });
    expect(late).toEqual({ ok: false, refusal: "past" });
    const never = await contact({ next: { ...chosen, dueAt: new Date("9999-12-31T00:00:00Z") } });
    expect(never).toEqual({ ok: false, refusal: "day-too-far" });
    expect(await db().leadContact.count({ where: { leadId } })).toBe(1);
  });

  test("accepting does not put off the first call", async () => {
    await accept(monday(16));
    expect(await lead()).toMatchObject({ nextAction: "first-call", nextDueAt: inDays(1) });
  });

  test("a friend who asks for Saturday stops it until the next day somebody works, written down", async () => {
    const paused = await pauseLead(
      { leadId, day: "2026-07-11", revision: await revision() },
      seller,
      monday(15),
    );
    expect(paused).toEqual({ ok: true });
    expect(await lead()).toMatchObject({
      pausedUntil: new Date("2026-07-11T00:00+08:00"),
      nextDueAt: new Date("2026-07-13T18:00+08:00"),
    });
    expect(await steps()).toEqual(["handed-in", "paused"]);
    // Who calls before that lets it go on, which is written down as well.
    await contact({}, inDays(1));
    expect(await lead()).toMatchObject({ pausedUntil: null, nextDueAt: inDays(2) });
    expect(await steps()).toEqual(["handed-in", "paused", "resumed"]);
  });

  test("goes on as it was when the lead is taken over", async () => {
    const { nextDueAt } = await lead();
    await assignLead({ leadId, to: seller.by, from: null }, seller);
    expect(await lead()).toMatchObject({ consultantId: seller.by, nextDueAt });
  });
});

describe("two people at once", () => {
  test("a contact that is sent twice is one, whatever else happened", async () => {
    const requestKey = randomUUID();
    await Promise.all([contact({ requestKey }), contact({ requestKey })]);
    expect(await db().leadContact.count({ where: { leadId } })).toBe(1);
  });

  test("who acts from an older page is told, and what the other did stands", async () => {
    const seen = await revision();
    await accept();
    const declined = await endLead(
      { leadId, ending: "declined", reason: "unfit", revision: seen },
      seller,
    );
    expect(declined).toEqual({ ok: false, refusal: "changed-meanwhile" });
    const planned = await planNext(
      { leadId, revision: seen, action: "offer", dueAt: null, by: seller.by },
      monday(16),
    );
    expect(planned).toEqual({ ok: false, refusal: "changed-meanwhile" });
    expect(await lead()).toMatchObject({ stage: "accepted", ended: null });
  });

  test("of two who act from one page at once one is told", { repeats: 4 }, async () => {
    await accept();
    const move = { leadId, reason: null, revision: await revision() } as const;
    const answers = await Promise.all([
      moveLead({ ...move, to: "contacted" }, seller),
      moveLead({ ...move, to: "visited" }, seller),
    ]);
    expect(answers).toContainEqual({ ok: true, repeated: false });
    expect(answers).toContainEqual({ ok: false, refusal: "changed-meanwhile" });
  });

  test("of two who take it over at once one has it, and the other is told", async () => {
    const other = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.2" };
    const answers = await Promise.all(
      [seller, other].map((who) => assignLead({ leadId, to: who.by, from: null }, who)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "changed-meanwhile" });
  });

  test("nobody is given a lead who does not work leads", async () => {
    const { id } = await aPerson({ roles: ["desk"] });
    expect(await assignLead({ leadId, to: id, from: null }, seller)).toEqual({
      ok: false,
      refusal: "cannot-work",
    });
  });
});

describe("what ends", () => {
  const decline = async () =>
    endLead(
      { leadId, ending: "declined", reason: "not-reached", revision: await revision() },
      seller,
    );

  test("is on nobody's list, keeps its reason, and is done once", async () => {
    expect(await decline()).toEqual({ ok: true, repeated: false });
    expect(await decline()).toEqual({ ok: true, repeated: true });
    expect(await lead()).toMatchObject({
      ended: "declined",
      endReason: "not-reached",
      nextDueAt: null,
    });
    expect(await steps()).toEqual(["handed-in", "declined"]);
    expect(await contact()).toEqual({ ok: false, refusal: "ended" });
  });

  test("goes on where it was once it is found again", async () => {
    await contact();
    await accept();
    await endLead(
      { leadId, ending: "lost", reason: "no-need", revision: await revision() },
      seller,
    );
    const found = await findLeadAgain({ leadId, revision: await revision() }, seller, inDays(7));
    expect(found).toEqual({ ok: true, repeated: false });
    expect(await lead()).toMatchObject({
      ...{ stage: "accepted", ended: null, endReason: null },
      ...{ nextAction: "call", nextDueAt: inDays(8) },
    });
  });

  test("stays ended where another referrer holds the friend by now", async () => {
    await decline();
    const another = await aReferrer();
    expect(await handInLead(aLead(another.id, { phone, at: inDays(1) }))).toMatchObject({
      ok: true,
    });
    const found = await findLeadAgain({ leadId, revision: await revision() }, seller, inDays(2));
    expect(found).toEqual({ ok: false, refusal: "held-by-another" });
  });
});
