import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { loadLeadList } from "#app/modules/pipeline/load-lead-board.server.ts";
import { loadLeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

// The walk of docs/friend-data.md. What the referrer sees is asked of the referrer's own pages, beside their tests.

const phone = aPhone();
const SECRETS = {
  phone,
  email: "bo.lin@friends.test",
  note: "Her birthday is in May",
  said: "Wants to pay in cash",
};
let consultant: number;
let another: number;
let leadId: number;

beforeAll(async () => {
  await ensureClub(db());
  consultant = (await aPerson({ roles: ["sales"] })).id;
  another = (await aPerson({ roles: ["sales"] })).id;
  const { friend, ...lead } = aLead((await aReferrer()).id, { phone });
  const { email, note } = SECRETS;
  leadId = await handedIn({ ...lead, friend: { ...friend, email, note } });
  await db().lead.update({ where: { id: leadId }, data: { consultantId: consultant } });
  await logContact({
    ...{ leadId, kind: "call", reached: true, note: SECRETS.said, by: consultant },
    requestKey: randomUUID(),
  });
});

const seen = (id: number, isAdmin = false) => loadLeadPage(db(), leadId, { id, isAdmin });
const inIt = (page: unknown) =>
  Object.entries(SECRETS)
    .filter(([, secret]) => JSON.stringify(page).includes(secret))
    .map(([what]) => what);

describe("who sees what of a friend", () => {
  test("the lead's consultant and an admin see all of it", async () => {
    expect(inIt(await seen(consultant))).toEqual(Object.keys(SECRETS));
    expect(inIt(await seen(another, true))).toEqual(Object.keys(SECRETS));
  });

  test("another consultant sees the name and a masked phone, and that there was a call", async () => {
    const page = await seen(another);
    expect(inIt(page)).toEqual([]);
    expect(page?.friend).toEqual({
      ...{ name: "Bo Lin", phone: `+86 ••• ${phone.slice(-4)}`, email: "b•••@friends.test" },
      ...{ note: "", whole: false },
    });
    expect(page?.happenings[0]).toMatchObject({ kind: "contact", reached: true, note: "" });
  });

  test("the list holds none of it, for nobody", async () => {
    const asked = {
      view: "team",
      storeId: null,
      stage: null,
      due: "all",
      after: null,
      limit: 25,
    } as const;
    expect(inIt(await loadLeadList(db(), { ...asked, staffId: consultant }))).toEqual([]);
  });

  test("whoever takes it over sees it from then on, and that is written down", async () => {
    const actor = { by: another, address: "192.0.2.1" };
    await assignLead({ leadId, to: another, from: consultant }, actor);
    expect(inIt(await seen(another))).toEqual(Object.keys(SECRETS));
    expect(inIt(await seen(consultant))).toEqual([]);
    const line = { action: "lead.assigned", subject: `lead:${leadId}`, personId: another };
    expect(await db().auditEntry.count({ where: line })).toBe(1);
  });

  test("no other role opens leads at all", () => {
    expect(PERMISSIONS["leads.work"]).toEqual(["sales", "admin"]);
    expect(PERMISSIONS["leads.review"]).toEqual(["admin"]);
  });
});
