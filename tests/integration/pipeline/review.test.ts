import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitingSources } from "#app/features.server.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { answerAppeal } from "#app/modules/pipeline/answer-appeal.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { loadReviewQueue } from "#app/modules/pipeline/load-review-queue.server.ts";
import { reviewLead } from "#app/modules/pipeline/review-lead.server.ts";
import { clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { loadWaiting } from "#app/modules/today/load-waiting.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let referrer: TestMember;
let admin: Actor;
let phone: string;
let leadId: number;
// A Monday at eleven in Shanghai, and the Wednesday after it.
const monday = new Date("2026-07-06T03:00:00Z");
const wednesday = new Date("2026-07-08T03:00:00Z");

beforeEach(async () => {
  admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "192.0.2.1" };
  referrer = await aReferrer();
  phone = aPhone();
  leadId = await handedIn(aLead(referrer.id, { phone, at: monday, signs: ["burst", "too-fast"] }));
});

const lead = () => db().lead.findUniqueOrThrow({ where: { id: leadId } });
const refuse = () => reviewLead({ leadId, outcome: "refused", reason: "unfit" }, admin, wednesday);
const pass = () => reviewLead({ leadId, outcome: "passed" }, admin, wednesday);

describe("what looked wrong", () => {
  test("is shown with its evidence, to whoever decides", async () => {
    const { leads } = await loadReviewQueue(db(), 100);
    expect(leads.find(({ id }) => id === leadId)).toMatchObject({
      signs: ["burst", "too-fast"],
      friendPhone: phone,
      recent: 0,
      referrer: { name: referrer.name, memberNumber: referrer.number },
    });
  });

  test("is not called about before that", async () => {
    const call = { leadId, kind: "call", reached: true, note: "", by: admin.by } as const;
    expect(await logContact({ ...call, requestKey: randomUUID() }, monday)).toEqual({
      ok: false,
      refusal: "in-review",
    });
    expect(await assignLead({ leadId, to: admin.by, from: null }, admin)).toEqual({
      ok: false,
      refusal: "in-review",
    });
    expect(await lead()).toMatchObject({ metAt: null, nextAction: "first-call" });
  });

  test("that passes waits for the friend's yes where the club wants it", async () => {
    const settings = clubRulesSchema.parse({ referrals: { friendConfirms: true } });
    const startsAt = new Date("2027-01-01T00:00:00+08:00");
    await db().ruleVersion.create({
      data: { version: 2, startsAt, settings, note: "", createdBy: null },
    });
    forgetRuleBook();
    const at = new Date("2027-01-04T03:00:00Z");
    const friend = { ...aLead(0).friend, phone: aPhone(), email: "asked@marque.test" };
    leadId = await handedIn(aLead(referrer.id, { friend, at, signs: ["too-fast"] }));
    await reviewLead({ leadId, outcome: "passed" }, admin, at);
    expect(await lead()).toMatchObject({ review: "passed", nextDueAt: null, callBy: null });
    expect(await db().mail.count({ where: { recipient: "asked@marque.test" } })).toBe(1);
  });

  test("that passes goes on, and its clock starts then", async () => {
    expect((await lead()).callBy).toBeNull();
    expect(await pass()).toEqual({ ok: true, repeated: false });
    expect(await pass()).toEqual({ ok: true, repeated: true });
    expect(await lead()).toMatchObject({
      ...{ review: "passed", ended: null, nextAction: "first-call" },
      nextDueAt: new Date("2026-07-09T03:00:00Z"),
      callBy: new Date("2026-07-09T03:00:00Z"),
    });
    expect(await refuse()).toEqual({ ok: false, refusal: "reviewed" });
  });

  test("that is declined ends with its reason, and holds the friend for nobody", async () => {
    await refuse();
    expect(await lead()).toMatchObject({
      review: "refused",
      ended: "declined",
      endReason: "unfit",
    });
    const another = await aReferrer();
    expect(await handInLead(aLead(another.id, { phone, at: wednesday }))).toMatchObject({
      ok: true,
    });
  });
});

describe("an appeal", () => {
  const appeal = () =>
    db().leadAppeal.create({ data: { leadId, note: "She asked me to", requestKey: randomUUID() } });
  const answer = (outcome: "upheld" | "refused") =>
    answerAppeal({ leadId, outcome, answer: "We rang her" }, admin, wednesday);
  /** What the referrer is written to about, in its order. */
  const letters = async () =>
    (await db().mail.findMany({ where: { template: "lead-news" }, orderBy: { id: "asc" } }))
      .map(({ props }) => props as { leadId: number; what: string })
      .filter((news) => news.leadId === leadId)
      .map(({ what }) => what);

  test("that is right lets the lead go on, with a new clock, and is answered once", async () => {
    await refuse();
    await appeal();
    expect(await answer("upheld")).toEqual({ ok: true, repeated: false });
    expect(await answer("upheld")).toEqual({ ok: true, repeated: true });
    expect(await answer("refused")).toEqual({ ok: false, refusal: "answered" });
    expect(await lead()).toMatchObject({ review: "passed", ended: null, endReason: null });
    expect(await db().leadAppeal.findUniqueOrThrow({ where: { leadId } })).toMatchObject({
      ...{ state: "upheld", answer: "We rang her", answeredBy: admin.by },
    });
    expect(await letters()).toEqual(["declined", "appeal-upheld"]);
  });

  test("that is declined leaves the lead as it was", async () => {
    await refuse();
    await appeal();
    expect(await answer("refused")).toEqual({ ok: true, repeated: false });
    expect(await lead()).toMatchObject({ review: "refused", ended: "declined" });
    expect(await letters()).toEqual(["declined", "appeal-refused"]);
  });

  test("cannot take the friend from who holds them by now", async () => {
    await refuse();
    await appeal();
    await handedIn(aLead((await aReferrer()).id, { phone, at: wednesday }));
    expect(await answer("upheld")).toEqual({ ok: false, refusal: "held-by-another" });
  });
});

test("what waits stands on the staff's first page, each on whose it is", async () => {
  const seller = await aPerson({ roles: ["sales"] });
  const lateId = await handedIn(aLead((await aReferrer()).id, { at: monday }));
  await db().lead.update({ where: { id: lateId }, data: { consultantId: seller.id } });
  await db().leadAppeal.create({ data: { leadId, note: "…", requestKey: randomUUID() } });
  const lines = async (by: number, mayReview: boolean) => {
    const may = (what: string) => what === "leads.work" || (mayReview && what === "leads.review");
    const found = await loadWaiting(db(), { by, may }, waitingSources);
    return Object.fromEntries(found.map(({ name, count }) => [name, count]));
  };
  expect(await lines(seller.id, false)).toMatchObject({ leads: 1 });
  expect(await lines(seller.id, false)).not.toHaveProperty("leadsInReview");
  const other = await aPerson({ roles: ["sales"] });
  expect(await lines(other.id, false)).not.toHaveProperty("leads");
  const all = await lines(admin.by, true);
  expect(all.leads).toBeGreaterThanOrEqual(1);
  expect(all.leadsInReview).toBeGreaterThanOrEqual(1);
  expect(all.leadAppeals).toBeGreaterThanOrEqual(1);
});
