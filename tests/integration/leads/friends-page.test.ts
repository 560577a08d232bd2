import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { appealLead } from "#app/modules/leads/appeal-lead.server.ts";
import { forgetFriend } from "#app/modules/leads/forget-friend.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { confirmByCode } from "#app/modules/pipeline/confirm-by-code.server.ts";
import { loadFriendPage } from "#app/modules/referrals/load-friend-page.server.ts";
import { loadReferral } from "#app/modules/referrals/load-referral.server.ts";
import { loadReferrals } from "#app/modules/referrals/load-referrals.server.ts";
import { clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aBrowser, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

// A Monday at 11:00 in Shanghai.
const NOW = new Date("2026-07-06T03:00:00Z");
let referrer: TestMember;
beforeEach(async () => {
  referrer = await aReferrer({ name: "Ada Lovelace" });
});

const friend = (email: string | null = null) => ({ ...aLead(0).friend, phone: aPhone(), email });
const leadOf = async (changes: Partial<ReturnType<typeof aLead>> = {}) => {
  const id = await handedIn(aLead(referrer.id, { at: NOW, ...changes }));
  return db().lead.findUniqueOrThrow({ where: { id } });
};
const answer = (token: string, said: "confirm" | "decline", at = NOW) =>
  answerFriend({ token, answer: said, browser: aBrowser() }, at);
const stepsOf = async (leadId: number) =>
  (await db().leadStep.findMany({ where: { leadId }, orderBy: { id: "asc" } })).map(
    ({ step }) => step,
  );
const letterTo = (recipient: string) => db().mail.findMany({ where: { recipient } });

describe("was this you?", () => {
  test("is asked by letter before any call, with who said it; what waits for a person is not", async () => {
    const lead = await leadOf({ friend: friend("bo@marque.test") });
    const [letter] = await letterTo("bo@marque.test");
    expect(letter?.props).toMatchObject({ by: "Ada", token: lead.token, themselves: false });
    await leadOf({ friend: friend("robot@marque.test"), signs: ["too-fast"] });
    expect(await letterTo("robot@marque.test")).toEqual([]);
  });

  test("one address gets three such letters a day, whoever types it", async () => {
    for (let n = 0; n < 5; n++) await leadOf({ friend: friend("flood@marque.test") });
    expect(await letterTo("flood@marque.test")).toHaveLength(3);
  });

  test("a yes is said once, and a clock that waited for it begins", async () => {
    const { id, token } = await leadOf();
    await db().lead.update({ where: { id }, data: { nextDueAt: null, callBy: null } });
    const later = new Date("2026-07-08T03:00:00Z");
    expect(await answer(token, "confirm", later)).toEqual({ ok: true });
    expect(await answer(token, "confirm")).toEqual({ ok: true });
    expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({
      friendAnswer: "confirmed",
      nextDueAt: new Date("2026-07-09T03:00:00Z"),
      callBy: new Date("2026-07-09T03:00:00Z"),
    });
    expect(await stepsOf(id)).toEqual(["handed-in", "confirmed"]);
  });

  test("a clock that runs is not put back by a yes", async () => {
    const { id, token, nextDueAt, callBy } = await leadOf();
    expect(callBy).toEqual(new Date("2026-07-07T03:00:00Z"));
    await answer(token, "confirm", new Date("2026-07-08T03:00:00Z"));
    expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({
      nextDueAt,
      callBy,
    });
  });

  test("where the club wants it, the first call waits for the friend's yes", async () => {
    const startsAt = new Date("2026-08-03T00:00:00+08:00");
    const settings = clubRulesSchema.parse({ referrals: { friendConfirms: true } });
    await db().ruleVersion.create({
      data: { version: 2, startsAt, settings, note: "", createdBy: null },
    });
    forgetRuleBook();
    const at = new Date("2026-08-03T03:00:00Z");
    const lead = await leadOf({ at, friend: friend("yes@marque.test") });
    const without = await leadOf({ at });
    expect(lead.nextDueAt).toBeNull();
    expect(without.nextDueAt).not.toBeNull();
    expect(await loadReferral(db(), referrer.id, lead.id, at)).toMatchObject({
      waitsForFriend: true,
      callBy: null,
    });
  });

  test("where the club wants it, nothing is accepted without it; who has no e-mail says a code", async () => {
    const at = new Date("2026-08-03T03:00:00Z");
    const { id, friendCode } = await leadOf({ at });
    const by = (await aPerson({ roles: ["sales"] })).id;
    const accept = () =>
      moveLead(
        { leadId: id, to: "accepted", reason: null, revision: null },
        { by, address: "192.0.2.1" },
        at,
      );
    expect(await accept()).toEqual({ ok: false, refusal: "not-confirmed" });
    expect(await loadReferral(db(), referrer.id, id, at)).toMatchObject({ friendCode });
    const wrong = friendCode === "0000" ? "0001" : "0000";
    for (let tries = 0; tries < 4; tries++) {
      expect(await confirmByCode({ leadId: id, code: wrong, by }, at)).toEqual({
        ok: false,
        refusal: "wrong-code",
      });
    }
    expect(await confirmByCode({ leadId: id, code: friendCode, by }, at)).toEqual({ ok: true });
    expect(await confirmByCode({ leadId: id, code: friendCode, by }, at)).toEqual({ ok: true });
    expect((await stepsOf(id)).filter((step) => step === "confirmed")).toHaveLength(1);
    expect(await loadReferral(db(), referrer.id, id, at)).toMatchObject({ friendCode: null });
    expect(await accept()).toEqual({ ok: true, repeated: false });
  });

  test("whose e-mail address has had its letters of the day is called, and says the code", async () => {
    const at = new Date("2026-08-03T03:00:00Z");
    for (let before = 0; before < 3; before++) {
      const asked = await leadOf({ at, friend: friend("busy@marque.test") });
      expect(asked).toMatchObject({ nextDueAt: null, callBy: null });
      expect((await loadReferral(db(), referrer.id, asked.id, at))?.friendCode).toBeNull();
    }
    const { id, callBy, nextDueAt, friendCode } = await leadOf({
      at,
      friend: friend("busy@marque.test"),
    });
    expect(callBy).not.toBeNull();
    expect(nextDueAt).toEqual(callBy);
    expect(await db().mail.count({ where: { recipient: "busy@marque.test" } })).toBe(3);
    expect(await loadReferral(db(), referrer.id, id, at)).toMatchObject({
      waitsForFriend: false,
      friendCode,
    });
  });

  test("a code cannot be found by trying", async () => {
    const { id, friendCode } = await leadOf();
    const by = (await aPerson({ roles: ["sales"] })).id;
    const wrong = friendCode === "0000" ? "0001" : "0000";
    for (let tries = 0; tries < 5; tries++)
      await confirmByCode({ leadId: id, code: wrong, by }, NOW);
    expect(await confirmByCode({ leadId: id, code: friendCode, by }, NOW)).toEqual({
      ok: false,
      refusal: "too-many-codes",
    });
  });

  test("a no ends it, cannot be turned into a yes, and its referrer learns nothing more", async () => {
    const { id, token } = await leadOf();
    expect(await answer(token, "decline")).toEqual({ ok: true });
    expect(await answer(token, "decline")).toEqual({ ok: true });
    expect(await answer(token, "confirm")).toEqual({ ok: false, refusal: "ended" });
    expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ended: "withdrawn",
      friendAnswer: "declined",
      nextDueAt: null,
    });
    const page = await loadReferral(db(), referrer.id, id, NOW);
    expect(page).toMatchObject({ standing: "gone", name: null, events: [], mayAppeal: false });
    const { leads } = await loadReferrals(db(), referrer.id, { before: null, limit: 5 });
    expect(leads).toMatchObject([{ id, name: null, standing: "gone" }]);
  });
});

describe("to be forgotten", () => {
  test("takes all that is known of the friend away at once, and leaves what happened", async () => {
    const email = "gone@marque.test";
    const lead = await leadOf({
      friend: { ...friend(email), name: "Quetzal", note: "quetzalnote" },
    });
    const by = (await aPerson({ roles: ["sales"] })).id;
    const call = { leadId: lead.id, kind: "call", reached: true, by } as const;
    await logContact({ ...call, note: "quetzalcall", requestKey: crypto.randomUUID() });
    await answer(lead.token, "confirm");
    expect(await forgetFriend(lead.token)).toBe(true);
    expect(await forgetFriend(lead.token)).toBe(true);
    const tables = ["lead", "lead_step", "lead_contact", "lead_sign", "lead_origin", "mail"];
    for (const table of tables) {
      const [found] = await db().$queryRawUnsafe<{ rows: string | null }[]>(
        `select string_agg(to_jsonb(each)::text, '') as rows from ${table} each`,
      );
      expect(found?.rows ?? "").not.toMatch(new RegExp(`quetzal|${email}`, "i"));
    }
    expect(await db().leadOrigin.count({ where: { leadId: lead.id } })).toBe(0);
    expect(await loadFriendPage(db(), lead.token)).toEqual({ forgotten: true, until: null });
    expect(await stepsOf(lead.id)).toEqual(["handed-in", "confirmed", "withdrawn"]);
    // Nobody hands them in again.
    const again = { ...aLead((await aReferrer()).id).friend, phone: lead.friendPhone as string };
    expect(await handInLead(aLead(referrer.id, { friend: again }))).toEqual({
      ok: false,
      refusal: "known",
    });
  });

  test("on the page of who typed a number themselves keeps it from being named for ninety days only", async () => {
    const lead = await leadOf({ source: "link" });
    await forgetFriend(lead.token, NOW);
    expect(await loadFriendPage(db(), lead.token)).toEqual({
      forgotten: true,
      until: lead.holdsUntil,
    });
    const again = { ...aLead(referrer.id).friend, phone: lead.friendPhone as string };
    const name = (day: string) =>
      handInLead(aLead(referrer.id, { friend: again, at: new Date(`${day}T04:00:00Z`) }));
    expect(await name("2026-10-04")).toEqual({ ok: false, refusal: "known" });
    expect(await name("2026-10-05")).toMatchObject({ ok: true });
  });

  test("after delivery leaves the sale and its points as they are", async () => {
    const { id, token } = await leadOf();
    await db().lead.update({ where: { id }, data: { stage: "delivered" } });
    await forgetFriend(token);
    expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({
      stage: "delivered",
      ended: null,
      friendName: null,
    });
  });

  test("an address that is nobody's is nobody's", async () => {
    expect(await forgetFriend("nobody")).toBe(false);
    expect(await answer("nobody", "confirm")).toEqual({ ok: false, refusal: "not-found" });
    expect(await loadFriendPage(db(), "nobody")).toBeNull();
  });
});

describe("an appeal", () => {
  const appealTo = (leadId: number, note: string, requestKey: string = crypto.randomUUID()) =>
    appealLead({ leadId, personId: referrer.id, note, requestKey });

  test("reaches a person once, about what was not accepted, and nobody else's", async () => {
    const { id } = await leadOf();
    expect(await appealTo(id, "why?")).toEqual({ ok: false, refusal: "nothing-to-appeal" });
    await db().lead.update({ where: { id }, data: { ended: "declined", endReason: "unfit" } });
    const key = crypto.randomUUID();
    const answers = await Promise.all([appealTo(id, "why?", key), appealTo(id, "why?", key)]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(await appealTo(id, "again")).toEqual({ ok: false, refusal: "nothing-to-appeal" });
    expect(await db().leadAppeal.findMany({ where: { leadId: id } })).toMatchObject([
      { note: "why?", state: "open" },
    ]);
    const stranger = await aReferrer();
    expect(
      await appealLead({ leadId: id, personId: stranger.id, note: "x", requestKey: "1" }),
    ).toBeNull();
  });
});

test("a referrer reads what each stage brought, and is written to", async () => {
  const { id } = await leadOf();
  const actor = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  const met = { leadId: id, kind: "call", reached: true, note: "", by: actor.by } as const;
  await logContact({ ...met, requestKey: crypto.randomUUID() }, NOW);
  for (const to of ["accepted", "delivered"] as const) {
    await moveLead({ leadId: id, to, reason: null, revision: null }, actor, NOW);
  }
  const page = await loadReferral(db(), referrer.id, id, NOW);
  expect(page?.way.map(({ stage }) => stage)).toEqual(["submitted", "accepted", "delivered"]);
  expect(page).toMatchObject({
    rewards: [
      { stage: "accepted", points: 50 },
      { stage: "delivered", points: 2_000 },
    ],
    coming: [],
    mayAppeal: false,
  });
  const { leads } = await loadReferrals(db(), referrer.id, { before: null, limit: 5, now: NOW });
  expect(leads).toMatchObject([{ standing: "delivered", brought: 2_050, pending: 2_000 }]);
  const back = { leadId: id, to: "ordered", reason: "sale-cancelled", revision: null } as const;
  await moveLead(back, actor, NOW);
  expect(await loadReferral(db(), referrer.id, id, NOW)).toMatchObject({
    events: [{ what: "moved-back", stage: "ordered", reason: "sale-cancelled" }],
    coming: [{ stage: "delivered", points: 2_000 }],
    mayAppeal: true,
  });
  const letters = await db().mail.findMany({
    where: { personId: referrer.id, template: "lead-news" },
    orderBy: { id: "asc" },
  });
  expect(letters.map(({ props }) => (props as { what: string }).what)).toEqual([
    "accepted",
    "delivered",
    "taken-back",
  ]);
});
