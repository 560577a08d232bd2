import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

describe("one friend has one holder", () => {
  test("of twenty referrers who name the same friend in one second, one is first", async () => {
    const referrers = await Promise.all(Array.from({ length: 20 }, () => aReferrer()));
    const phone = aPhone();
    const answers = await Promise.all(referrers.map(({ id }) => handInLead(aLead(id, { phone }))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.refusal === "known")).toHaveLength(19);
    expect(await db().lead.count({ where: { friendPhone: phone } })).toBe(1);
  });

  test("a form that is sent twice at once is one lead, and gets one answer", async () => {
    const { id } = await aReferrer();
    const lead = aLead(id);
    const [first, second] = await Promise.all([handInLead(lead), handInLead(lead)]);
    expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(second).toMatchObject({ leadId: first.ok && first.leadId });
    expect(await handInLead({ ...lead, requestKey: crypto.randomUUID() })).toEqual({
      ok: false,
      refusal: "already-yours",
    });
  });

  test("a form that one goes back to and types another friend into is another lead", async () => {
    const { id } = await aReferrer();
    const lead = aLead(id);
    const first = await handedIn(lead);
    const second = await handedIn({ ...lead, friend: { ...lead.friend, phone: aPhone() } });
    expect(second).not.toBe(first);
  });

  test("after ninety days without anything done, another may name them; a minute before, not", async () => {
    const [first, second] = [await aReferrer(), await aReferrer()];
    const phone = aPhone();
    // Noon in Shanghai; held to the end of 29 September.
    await handedIn(aLead(first.id, { phone, at: new Date("2026-07-01T04:00:00Z") }));
    const late = (at: string) => handInLead(aLead(second.id, { phone, at: new Date(at) }));
    expect(await late("2026-09-29T15:59:00Z")).toEqual({ ok: false, refusal: "known" });
    expect(await late("2026-09-29T16:00:00Z")).toMatchObject({ ok: true });
  });
});

describe("who is not taken", () => {
  test("an owner, staff and who asked to be forgotten are known, and nothing of them is kept", async () => {
    const referrer = await aReferrer();
    const [owner, consultant] = [await aMember(), await aPerson({ roles: ["sales"] })];
    const phones = { owner: aPhone(), consultant: aPhone(), forgotten: aPhone() };
    const setPhone = (id: number, phone: string) =>
      db().person.update({ where: { id }, data: { phone } });
    await setPhone(owner.id, phones.owner);
    await setPhone(consultant.id, phones.consultant);
    const leadId = await handedIn(aLead(referrer.id, { phone: phones.forgotten }));
    await db().lead.update({
      where: { id: leadId },
      data: { friendName: null, friendPhone: null, ended: "withdrawn", friendAnswer: "forgotten" },
    });
    const before = await db().lead.count();
    for (const phone of Object.values(phones)) {
      expect(await handInLead(aLead(referrer.id, { phone }))).toEqual({
        ok: false,
        refusal: "known",
      });
    }
    expect(await db().lead.count()).toBe(before);
  });

  test("oneself is told so by one's address as well, under whatever number", async () => {
    const { id, email } = await aReferrer();
    const friend = { ...aLead(id).friend, phone: aPhone(), email };
    expect(await handInLead(aLead(id, { friend }))).toEqual({ ok: false, refusal: "yourself" });
  });

  test("oneself is told so; who did not agree is not even looked up", async () => {
    const referrer = await aReferrer();
    const phone = aPhone();
    await db().person.update({ where: { id: referrer.id }, data: { phone } });
    expect(await handInLead(aLead(referrer.id, { phone }))).toMatchObject({ refusal: "yourself" });
    expect(await handInLead(aLead(referrer.id, { consented: false }))).toMatchObject({
      refusal: "no-consent",
    });
  });

  test("what looks wrong gets the same answer, and waits for a person with its evidence", async () => {
    const referrer = await aReferrer();
    const leadId = await handedIn(aLead(referrer.id, { signs: ["too-fast", "burst"] }));
    const lead = await db().lead.findUniqueOrThrow({
      where: { id: leadId },
      include: { signs: { orderBy: { sign: "asc" } } },
    });
    expect(lead).toMatchObject({ review: "waiting", stage: "submitted" });
    expect(lead.signs.map(({ sign }) => sign)).toEqual(["burst", "too-fast"]);
  });
});
