import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { changeEndpoint } from "#app/modules/webhooks/change-endpoint.server.ts";
import type { Judge } from "#app/modules/webhooks/judge-endpoint.server.ts";
import { listDeliveries } from "#app/modules/webhooks/list-deliveries.server.ts";
import { loadEndpoint, loadEndpoints } from "#app/modules/webhooks/load-endpoints.server.ts";
import { MOST_ENDPOINTS, makeEndpoint } from "#app/modules/webhooks/make-endpoint.server.ts";
import { makeNewSecret } from "#app/modules/webhooks/make-new-secret.server.ts";
import { removeEndpoint } from "#app/modules/webhooks/remove-endpoint.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { switchEndpoint } from "#app/modules/webhooks/switch-endpoint.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";
import { anEndpoint, aTypedEndpoint, NOWHERE } from "../../support/webhooks/endpoints.ts";

testDatabase();

let admin: { by: number; address: string };

beforeAll(async () => {
  await ensureClub(db());
  admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "203.0.113.9" };
});
beforeEach(async () => {
  await db().webhookEndpoint.deleteMany();
});

const leadsTo = (...addresses: string[]): Judge => ({
  resolve: async () => ({ ok: true, addresses }),
  allows: (address) => !address.startsWith("10."),
});
const actions = async () =>
  (await db().auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

test("an endpoint has a secret of 32 bytes, which is kept encrypted and written down nowhere", async () => {
  const { id, secret } = await anEndpoint(admin.by);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const row = await db().webhookEndpoint.findUniqueOrThrow({ where: { id } });
  const bytes = Buffer.from(secret.slice(6), "base64");
  expect(Buffer.from(row.secret).includes(bytes)).toBe(false);
  expect(Buffer.from(row.secret).includes(secret)).toBe(false);
  const audit = JSON.stringify(await db().auditEntry.findMany({ select: { detail: true } }));
  expect(audit).not.toContain(secret);
  expect(JSON.stringify(await loadEndpoint(db(), id))).not.toContain(secret);
});

test("a form that is sent twice, even at once, is one endpoint with one secret", async () => {
  const typed = aTypedEndpoint();
  const made = await Promise.all([1, 2, 3].map(() => makeEndpoint(typed, admin, NOWHERE)));
  expect(new Set(made.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db().webhookEndpoint.count()).toBe(1);
});

test("there are ten at most, of however many are made at once", async () => {
  const made = await Promise.all(
    Array.from({ length: MOST_ENDPOINTS + 2 }, () =>
      makeEndpoint(aTypedEndpoint(), admin, NOWHERE),
    ),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(MOST_ENDPOINTS);
  expect(made.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, refusal: "too-many" }));
});

test.each([
  ["a name that leads into a private network", leadsTo("10.0.0.1"), "not-public"],
  ["a name that leads there as well", leadsTo("203.0.113.7", "10.0.0.1"), "not-public"],
  [
    "a name that nobody has",
    { ...NOWHERE, resolve: async () => ({ ok: false, failure: "unknown-name" }) as const },
    "unknown-name",
  ],
])("%s is refused as it is saved", async (_what, judge, refusal) => {
  expect(await makeEndpoint(aTypedEndpoint(), admin, judge)).toEqual({ ok: false, refusal });
  const { id } = await anEndpoint(admin.by);
  expect(await changeEndpoint(id, aTypedEndpoint(), admin, judge)).toEqual({ ok: false, refusal });
  expect(await db().webhookEndpoint.count()).toBe(1);
});

test("while nobody can be asked about names one is taken: it is judged at each attempt", async () => {
  const resolve = async () => ({ ok: false, failure: "no-answer" }) as const;
  expect(await makeEndpoint(aTypedEndpoint(), admin, { ...NOWHERE, resolve })).toMatchObject({
    ok: true,
  });
});

test("the club's own way judges addresses without asking anybody", async () => {
  const own = (url: string) => makeEndpoint(aTypedEndpoint({ url }), admin);
  expect(await own("https://0x7f.1/")).toEqual({ ok: false, refusal: "not-public" });
  expect(await own("https://169.254.169.254/")).toEqual({ ok: false, refusal: "not-public" });
  expect(await own("http://93.184.216.34/")).toEqual({ ok: false, refusal: "not-https" });
  expect(await own("https://93.184.216.34/")).toMatchObject({ ok: true });
});

test("it is changed, switched, given a new secret and removed; each is written down once", async () => {
  const before = (await actions()).length;
  const { id } = await anEndpoint(admin.by);
  const typed = aTypedEndpoint({ description: "DMS", events: ["lead.ended"] });
  await changeEndpoint(id, typed, admin, NOWHERE);
  expect(await loadEndpoint(db(), id)).toMatchObject({
    description: "DMS",
    events: ["lead.ended"],
    offWhy: null,
  });
  await switchEndpoint(id, false, admin);
  await switchEndpoint(id, false, admin);
  expect(await loadEndpoint(db(), id)).toMatchObject({ offWhy: "by-hand" });
  await switchEndpoint(id, true, admin);
  await switchEndpoint(id, true, admin);
  expect(await makeNewSecret(id, admin)).toMatchObject({ ok: true });
  await removeEndpoint(id, admin);
  await removeEndpoint(id, admin);
  expect(await loadEndpoint(db(), id)).toBeNull();
  expect((await actions()).slice(before)).toEqual([
    "webhook.made",
    "webhook.changed",
    "webhook.switched-off",
    "webhook.switched-on",
    "webhook.secret-made",
    "webhook.removed",
  ]);
});

test("what is not there is said so", async () => {
  const none = { ok: false, refusal: "no-such-endpoint" };
  expect(await changeEndpoint(999_999, aTypedEndpoint(), admin, NOWHERE)).toEqual(none);
  expect(await switchEndpoint(999_999, true, admin)).toEqual(none);
  expect(await makeNewSecret(999_999, admin)).toEqual(none);
  expect(await sendTest(999_999, admin)).toEqual(none);
});

test("a secret opens for its own endpoint alone", async () => {
  const [one, two] = [await anEndpoint(admin.by), await anEndpoint(admin.by)];
  const { secret } = await db().webhookEndpoint.findUniqueOrThrow({ where: { id: one.id } });
  await db().webhookEndpoint.update({ where: { id: two.id }, data: { secret } });
  const { requestKey } = await db().webhookEndpoint.findUniqueOrThrow({ where: { id: two.id } });
  await expect(makeEndpoint(aTypedEndpoint({ requestKey }), admin, NOWHERE)).rejects.toThrow();
});

test("messages are paged through from the latest, all or those that were given up", async () => {
  const { id } = await anEndpoint(admin.by);
  const other = await anEndpoint(admin.by, { requestKey: randomUUID() });
  for (let i = 0; i < 5; i++) await sendTest(id, admin);
  await sendTest(other.id, admin);
  const all = await db().webhookDelivery.findMany({ where: { endpointId: id } });
  const ids = all.map((each) => each.id).toSorted((a, b) => b - a);
  await db().webhookDelivery.updateMany({
    where: { id: { in: ids.slice(1, 4) } },
    data: { state: "failed", nextAt: null },
  });
  const page = async (show: "failed" | null, before: number | null) => {
    const list = await listDeliveries(db(), id, { show, before, limit: 2 });
    return { ids: list.deliveries.map((each) => each.id), older: list.olderBefore };
  };
  expect(await page(null, null)).toEqual({ ids: ids.slice(0, 2), older: ids[1] });
  expect(await page(null, ids[1] ?? null)).toEqual({ ids: ids.slice(2, 4), older: ids[3] });
  expect(await page(null, ids[3] ?? null)).toEqual({ ids: ids.slice(4), older: null });
  expect(await page("failed", null)).toEqual({ ids: ids.slice(1, 3), older: ids[2] });
  expect(await page("failed", ids[2] ?? null)).toEqual({ ids: [ids[3]], older: null });
  const [shown, second] = await loadEndpoints(db());
  const oldest = await db().webhookDelivery.findUniqueOrThrow({
    where: { id: ids[3] },
    select: { event: { select: { createdAt: true } } },
  });
  const failedFrom = oldest.event.createdAt;
  expect(shown).toMatchObject({ id, waiting: 2, failed: 3, failedFrom });
  expect(second).toMatchObject({ id: other.id, waiting: 1, failed: 0, failedFrom: null });
});
