import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openApi } from "#app/modules/api/openapi.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { eraseLeads } from "#app/modules/leads/erase-leads.server.ts";
import { forgetFriend } from "#app/modules/leads/forget-friend.server.ts";
import { handInWithin } from "#app/modules/leads/hand-in-lead.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { findLeadAgain } from "#app/modules/pipeline/find-again.server.ts";
import { mergeLeads } from "#app/modules/pipeline/merge-leads.server.ts";
import { reviewLead } from "#app/modules/pipeline/review-lead.server.ts";
import { announce } from "#app/modules/webhooks/announce.server.ts";
import { bodyOf, type KeptEvent } from "#app/modules/webhooks/message.ts";
import { switchEndpoint } from "#app/modules/webhooks/switch-endpoint.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { anEndpoint } from "../../support/webhooks/endpoints.ts";

testDatabase();

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(["components", "paths", "webhooks", "openapi", "info", "servers", "security"]);

let referrer: number;
let sales: { by: number; address: string };

beforeAll(async () => {
  await ensureClub(db());
  referrer = (await aReferrer()).id;
  sales = { by: (await aPerson({ roles: ["sales", "admin"] })).id, address: "203.0.113.9" };
  ajv.addSchema(openApi("http://club.marque.test"), "api");
});
beforeEach(async () => {
  await db().webhookEndpoint.deleteMany();
  await db().webhookEvent.deleteMany();
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

const events = () => db().webhookEvent.findMany({ orderBy: { id: "asc" } });
const types = async () => (await events()).map(({ type }) => type);
const sendingJobs = () =>
  db().$queryRaw<{ key: string }[]>`
    select key from graphile_worker._private_jobs where key like 'webhook:%' order by id`;
const aFriend = () => handedIn(aLead(referrer));
const tokenOf = async (id: number) => (await db().lead.findUniqueOrThrow({ where: { id } })).token;
const browser = { address: "203.0.113.20", known: null };

function faults(event: KeptEvent): unknown {
  const validate = ajv.getSchema("api#/components/schemas/LeadEvent");
  return validate?.(JSON.parse(bodyOf(event))) ? null : validate?.errors;
}

test("whatever a program has to know of a lead is told, in order, as described, and without the friend", async () => {
  await anEndpoint(sales.by);
  const friend = {
    name: "Bo Lin",
    email: null,
    locale: "en",
    model: "Tayron",
    note: "Red",
  } as const;
  const phone = aPhone();
  const id = await handedIn(aLead(referrer, { friend: { ...friend, phone } }));
  await assignLead({ leadId: id, to: sales.by, from: null }, sales);
  await moveLead({ leadId: id, to: "accepted", reason: null, revision: null }, sales);
  await moveLead({ leadId: id, to: "accepted", reason: null, revision: null }, sales);
  await moveLead({ leadId: id, to: "ordered", reason: null, revision: null }, sales);
  await endLead({ leadId: id, ending: "lost", reason: "no-need", revision: null }, sales);
  await findLeadAgain({ leadId: id, revision: null }, sales);
  const told = await events();
  expect(told.map(({ type, data }) => [type, data])).toEqual(
    [
      ["lead.created", "submitted", null],
      ["lead.assigned", "submitted", null],
      ["lead.stage_changed", "accepted", null],
      ["lead.stage_changed", "ordered", null],
      ["lead.ended", "ordered", "lost"],
      ["lead.reopened", "ordered", null],
    ].map(([type, stage, ended]) => [type, { lead_id: id, stage, ended, source: "form" }]),
  );
  for (const event of told) expect(faults(event)).toBeNull();
  const all = JSON.stringify(told);
  for (const known of [phone, phone.slice(-8), "Bo Lin", "Tayron", "Red"]) {
    expect(all).not.toContain(known);
  }
  const deliveries = await db().webhookDelivery.findMany({ orderBy: { id: "asc" } });
  expect(deliveries.map(({ state }) => state)).toEqual(Array(6).fill("waiting"));
  expect((await sendingJobs()).map(({ key }) => key)).toEqual(
    deliveries.map((delivery) => `webhook:${delivery.id}`),
  );
});

test("a change that is rolled back is told to nobody", async () => {
  await anEndpoint(sales.by);
  const undone = db().$transaction(async (tx) => {
    const answer = await handInWithin(tx, aLead(referrer));
    expect(answer.ok).toBe(true);
    expect(await tx.webhookEvent.count()).toBe(1);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await events()).toEqual([]);
  expect(await sendingJobs()).toEqual([]);
});

test("each endpoint gets what it asked for; where nobody asked, nothing is kept", async () => {
  await aFriend();
  expect(await events()).toEqual([]);
  const ends = await anEndpoint(sales.by, { events: ["lead.ended"] });
  await aFriend();
  expect(await events()).toEqual([]);
  const all = await anEndpoint(sales.by);
  const id = await aFriend();
  await endLead({ leadId: id, ending: "declined", reason: "unfit", revision: null }, sales);
  const deliveries = await db().webhookDelivery.findMany({
    orderBy: [{ eventId: "asc" }, { endpointId: "asc" }],
    include: { event: true },
  });
  expect(deliveries.map(({ endpointId, event }) => [endpointId, event.type])).toEqual([
    [all.id, "lead.created"],
    [ends.id, "lead.ended"],
    [all.id, "lead.ended"],
  ]);
});

test("for an endpoint that is off a message is kept and not sent", async () => {
  const off = await anEndpoint(sales.by);
  await switchEndpoint(off.id, false, sales);
  await aFriend();
  expect(await db().webhookDelivery.findMany()).toMatchObject([
    { endpointId: off.id, state: "failed", failure: "off", attempts: 0, nextAt: null },
  ]);
  expect(await sendingJobs()).toEqual([]);
});

test("a lead at which a person looks first is told of once it has passed, and never if it does not", async () => {
  await anEndpoint(sales.by);
  const [passes, fails] = [
    await handedIn(aLead(referrer, { signs: ["hidden-field"] })),
    await handedIn(aLead(referrer, { signs: ["hidden-field"] })),
  ];
  expect(await types()).toEqual([]);
  await reviewLead({ leadId: passes, outcome: "passed" }, sales);
  await reviewLead({ leadId: fails, outcome: "refused", reason: "unfit" }, sales);
  expect((await events()).map(({ type, data }) => [type, data])).toEqual([
    ["lead.created", { lead_id: passes, stage: "submitted", ended: null, source: "form" }],
  ]);
});

test("a friend who says yes, no, or wants to be forgotten", async () => {
  const [one, two] = [await aFriend(), await aFriend()];
  await anEndpoint(sales.by);
  await answerFriend({ token: await tokenOf(one), answer: "confirm", browser });
  await answerFriend({ token: await tokenOf(two), answer: "decline", browser });
  expect(await types()).toEqual(["lead.confirmed", "lead.ended"]);
  await forgetFriend(await tokenOf(one));
  await forgetFriend(await tokenOf(one));
  expect(await types()).toEqual(["lead.confirmed", "lead.ended", "lead.ended", "lead.forgotten"]);
});

test("of two leads that are merged the one that ends is told", async () => {
  const [one, two] = [await aFriend(), await aFriend()];
  await anEndpoint(sales.by);
  const { id: revision } = await db().leadStep.findFirstOrThrow({
    where: { leadId: one },
    orderBy: { id: "desc" },
  });
  const merged = await mergeLeads(
    { leadId: one, otherId: two, revision: Number(revision), seesAll: true },
    sales,
  );
  expect(merged).toMatchObject({ ok: true });
  expect((await events()).map(({ type, data }) => [type, data])).toEqual([
    ["lead.ended", { lead_id: two, stage: "submitted", ended: "merged", source: "form" }],
  ]);
});

test("a buyer who closes their account is to be forgotten by other programs too, told once", async () => {
  const { id: personId, memberId, accountId } = await aMember();
  const lead = await aFriend();
  await db().lead.update({ where: { id: lead }, data: { memberId } });
  await anEndpoint(sales.by);
  const leaver = {
    ...{ personId, email: null, keptLetter: null },
    member: { id: memberId, accountId },
  };
  await eraseLeads(db(), leaver);
  await eraseLeads(db(), leaver);
  expect(await types()).toEqual(["lead.forgotten"]);
});

test("many leads at once are each told of once, whatever their order", async () => {
  await anEndpoint(sales.by);
  const leads = await Promise.all(Array.from({ length: 8 }, aFriend));
  await Promise.all(
    leads.map((leadId) =>
      moveLead({ leadId, to: "accepted", reason: null, revision: null }, sales),
    ),
  );
  const told = await events();
  for (const lead of leads) {
    const own = told.filter(({ data }) => (data as { lead_id: number }).lead_id === lead);
    expect(own.map(({ type }) => type)).toEqual(["lead.created", "lead.stage_changed"]);
  }
  expect(await sendingJobs()).toHaveLength(16);
});

test("ids of messages are nobody's guess, and without the full stop that parts what is signed", async () => {
  await anEndpoint(sales.by);
  const data = { lead_id: 1, stage: "submitted", ended: null, source: "form" } as const;
  for (let i = 0; i < 20; i++) await announce(db(), { type: "lead.created", data, at: new Date() });
  const tokens = (await events()).map(({ token }) => token);
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(token).toMatch(/^evt_[A-Za-z0-9_-]{24}$/);
});
