import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { openApi } from "#app/modules/api/openapi.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anApiKey, handInOverHttp, leadOverHttp, withApiNumber } from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aPhone, aReferrer } from "../../support/leads.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();

let key: string;
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(["components", "paths", "webhooks", "openapi", "info", "servers", "security"]);

beforeAll(async () => {
  await ensureClub(db());
  key = await anApiKey("leads:read", "leads:write");
  ajv.addSchema(openApi("http://club.marque.test"), "api");
});

function faults(body: unknown): unknown {
  const validate = ajv.getSchema("api#/components/schemas/Lead");
  return validate?.(body) ? null : validate?.errors;
}

const aFriend = (changes: Record<string, unknown> = {}) => ({
  name: "Bo Lin",
  phone: aPhone(),
  ...changes,
});

async function aBody(changes: Record<string, unknown> = {}) {
  const { number } = await withApiNumber(await aMember());
  return { referrer: { member_number: number }, friend: aFriend(), consented: true, ...changes };
}

test("a friend is handed in for a member, and a retry under its key is the same one, byte for byte", async () => {
  const body = await aBody();
  const sent = () => handInOverHttp(body, { key, headers: { "Idempotency-Key": "once" } });
  const first = await (await sent()).text();
  expect(faults(JSON.parse(first))).toBeNull();
  expect(JSON.parse(first)).toMatchObject({ stage: "submitted", in_review: false, rewards: [] });
  expect(first).not.toContain(body.friend.phone.slice(-8));
  const second = await sent();
  expect(second.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await second.text()).toBe(first);
});

test("the short code of somebody outside the club does as well", async () => {
  const { id } = await aReferrer();
  const { code } = await db().referrer.findUniqueOrThrow({ where: { personId: id } });
  const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`;
  const answer = await handInOverHttp(
    { referrer: { code: typed }, friend: aFriend(), consented: true },
    { key },
  );
  expect(answer.status).toBe(200);
});

test.each<[string, Record<string, unknown>, number, string]>([
  ["without consent", { consented: false }, 400, "invalid-request"],
  ["of nobody", { referrer: { code: "0000-0000" } }, 404, "no-such-referrer"],
  ["at a store there is not", { store: "Nowhere" }, 404, "no-such-store"],
  ["whose phone is masked", { friend: aFriend({ phone: "139****5678" }) }, 422, "phone-unreadable"],
])("a friend %s is refused, and nothing is kept", async (_who, changes, status, problem) => {
  const before = await db().lead.count();
  const answer = await handInOverHttp(await aBody(changes), { key });
  expect(answer.status).toBe(status);
  expect((await answer.json()).type).toBe(`urn:marque:problem:${problem}`);
  expect(await db().lead.count()).toBe(before);
});

test("the dealership's system moves a lead, points follow, and saying it again changes nothing", async () => {
  const { id } = await (await handInOverHttp(await aBody(), { key })).json();
  const say = async (body: unknown) => {
    const answer = await leadOverHttp(id, body, { key });
    return { status: answer.status, body: await answer.json() };
  };
  expect(await say({ stage: "visited" })).toMatchObject({
    status: 409,
    body: { reason: "not-accepted" },
  });
  const by = (await aPerson({ roles: ["sales"] })).id;
  const requestKey = crypto.randomUUID();
  await logContact({ leadId: id, kind: "call", reached: true, note: "", by, requestKey });
  await say({ stage: "accepted" });
  const drove = await say({ stage: "test-drive" });
  expect(faults(drove.body)).toBeNull();
  expect(drove.body.rewards).toMatchObject([{ points: 50 }, { points: 200 }]);
  const again = await say({ stage: "test-drive" });
  expect(again).toEqual(drove);
  expect(await say({ stage: "accepted" })).toMatchObject({ body: { reason: "no-reason" } });
  expect((await say({ stage: "accepted", reason: "other" })).body.rewards).toMatchObject([
    { points: 50 },
  ]);
  expect((await say({ ended: "lost", reason: "no-need" })).body).toMatchObject({
    ended: "lost",
    call_by: null,
  });
  expect((await say({ ended: null })).body).toMatchObject({ ended: null, stage: "accepted" });
  await db().lead.update({ where: { id }, data: { consultantId: by } });
  const { name, email } = await db().person.findUniqueOrThrow({ where: { id: by } });
  const read = await (await leadOverHttp(id, null, { key })).json();
  expect(faults(read)).toBeNull();
  expect(read).toMatchObject({ consultant: { name, email } });
  const steps = await db().leadStep.findMany({ where: { leadId: id, step: "moved" } });
  expect(steps[0]?.detail).toMatchObject({ clientId: expect.any(Number) });
});

test("a key without the scope reads nothing, and what is not there is said so", async () => {
  const other = await anApiKey("events:read");
  expect((await leadOverHttp(1, null, { key: other })).status).toBe(403);
  expect((await leadOverHttp(999_999, null, { key })).status).toBe(404);
});
