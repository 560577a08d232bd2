import { beforeEach, expect, test } from "vitest";
import { may } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { changeRoles } from "#app/modules/staff/change-roles.server.ts";
import { inviteStaff } from "#app/modules/staff/invite-staff.server.ts";
import { loadStaff, loadStaffMember } from "#app/modules/staff/load-staff.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aBrowser, aMember, aPerson } from "../../support/people.ts";

freshDatabase();

const address = "192.0.2.7";
let admin: number;

beforeEach(async () => {
  admin = (await aPerson({ roles: ["admin"], name: "A. Admin" })).id;
});

const change = (personId: number, seen: Role[], wanted: Role[], by = admin) =>
  changeRoles(db(), { personId, seen, wanted, by, address });
const invite = (email: string, roles: Role[], by = admin) =>
  inviteStaff(db(), { email, name: "New Colleague", roles, locale: "en", by, address });
const audited = () =>
  db().auditEntry.findMany({ where: { action: { startsWith: "staff." } }, orderBy: { id: "asc" } });

test("somebody new is invited, may do what they were given, and reads how to begin", async () => {
  const answer = await invite("new@marque.test", ["desk", "sales"]);
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadStaffMember(db(), answer.personId)).toMatchObject({
    name: "New Colleague",
    roles: ["desk", "sales"],
    secondFactor: false,
    hasPassword: false,
    seenAt: null,
  });
  expect(await db().mail.findMany()).toMatchObject([
    {
      recipient: "new@marque.test",
      template: "staff-invited",
      props: { roles: ["desk", "sales"] },
    },
  ]);
  expect(await audited()).toMatchObject([
    { personId: admin, action: "staff.invited", detail: { roles: "desk sales" }, address },
  ]);
});

test("a member who begins to work here keeps their card and their name", async () => {
  const member = await aMember({ name: "Card Holder" });
  expect(await invite(member.email, ["gifts"])).toEqual({ ok: true, personId: member.id });
  expect((await loadStaffMember(db(), member.id))?.name).toBe("Card Holder");
});

test("who works here already is not invited again, and their roles stay", async () => {
  const { id, email } = await aPerson({ roles: ["desk"] });
  expect(await invite(email, ["admin"])).toEqual({
    ok: false,
    refusal: "works-here",
    personId: id,
  });
  expect((await loadStaffMember(db(), id))?.roles).toEqual(["desk"]);
});

test("a role that is taken shuts what it opened at the very next request, and the browser stays", async () => {
  const { id } = await aPerson({ roles: ["desk", "sales"] });
  const { token } = await openSession(db(), id, aBrowser(), {
    method: "password",
    secondFactor: true,
  });
  const rolesNow = async () => (await loadSession(db(), token))?.roles ?? [];
  expect(may(await rolesNow(), "visits.record")).toBe(true);
  expect((await change(id, ["desk", "sales"], ["sales"])).ok).toBe(true);
  expect(await rolesNow()).toEqual(["sales"]);
  expect(may(await rolesNow(), "visits.record")).toBe(false);
});

test("whose access ends is signed out everywhere, and stays a member", async () => {
  const { id } = await aMember({ roles: ["desk"] });
  const { token } = await openSession(db(), id, aBrowser(), {
    method: "password",
    secondFactor: true,
  });
  expect(await change(id, ["desk"], [])).toEqual({ ok: true, granted: [], withdrawn: ["desk"] });
  expect(await loadSession(db(), token)).toBeNull();
  expect(await db().member.count({ where: { personId: id } })).toBe(1);
  expect(await audited()).toMatchObject([
    { action: "staff.ended", subject: `person:${id}`, detail: { granted: "", withdrawn: "desk" } },
  ]);
});

test("the last admin keeps the role, also while others of theirs change", async () => {
  const refused = { ok: false, refusal: "last-admin" };
  expect(await change(admin, ["admin"], [])).toEqual(refused);
  expect(await change(admin, ["admin"], ["desk"])).toEqual(refused);
  expect((await change(admin, ["admin"], ["desk", "admin"])).ok).toBe(true);
  await aPerson({ roles: ["admin"], closed: true });
  expect(await change(admin, ["desk", "admin"], [])).toEqual(refused);
});

test("of admins who remove each other at the same moment one is left, whatever the order", async () => {
  for (let round = 0; round < 5; round++) {
    const other = (await aPerson({ roles: ["admin"] })).id;
    const answers = await Promise.all([
      change(other, ["admin"], [], admin),
      change(admin, ["admin"], [], other),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const left = (await loadStaff(db())).filter(({ roles }) => roles.includes("admin"));
    expect(left).toHaveLength(1);
    admin = left[0]?.id as number;
  }
});

test("an admin who was one when the page opened and is none any more changes nothing", async () => {
  const { id } = await aPerson({ roles: ["desk"] });
  expect(await change(admin, ["admin"], ["admin"], id)).toEqual({
    ok: false,
    refusal: "not-an-admin",
  });
  expect(await invite("new@marque.test", ["admin"], id)).toEqual({
    ok: false,
    refusal: "not-an-admin",
  });
  expect(await audited()).toEqual([]);
});

test("of two admins who change one person's roles the second is told", async () => {
  const { id } = await aPerson({ roles: ["desk"] });
  const second = (await aPerson({ roles: ["admin"] })).id;
  const answers = await Promise.all([
    change(id, ["desk"], ["desk", "sales"]),
    change(id, ["desk"], ["finance"], second),
  ]);
  expect(answers.map((answer) => answer.ok || answer.refusal).sort()).toEqual([
    "changed-meanwhile",
    true,
  ]);
});

test("recommending friends is no work here: it is neither listed nor touched", async () => {
  const { id } = await aPerson({ roles: ["referrer"] });
  expect(await loadStaffMember(db(), id)).toBeNull();
  expect(await change(id, [], ["admin"])).toEqual({ ok: false, refusal: "no-such-person" });
  const both = (await aPerson({ roles: ["desk", "referrer"] })).id;
  await change(both, ["desk"], []);
  expect(await db().roleGrant.findMany({ where: { personId: both } })).toMatchObject([
    { role: "referrer" },
  ]);
});
