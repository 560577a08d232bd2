import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { ContactForm } from "#app/modules/members/contact-form.ts";
import {
  type Contact,
  correctContact,
  loadContact,
} from "#app/modules/members/correct-contact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aMember, aPerson, BY_PASSWORD, type TestMember } from "../../support/people.ts";

testDatabase();

let deskId: number;
let member: TestMember;
let contact: Contact;

beforeAll(async () => {
  deskId = (await aPerson({ roles: ["desk"] })).id;
});

beforeEach(async () => {
  member = await aMember();
  contact = {
    name: member.name,
    phone: null,
    email: member.email,
    birthMonth: null,
    birthDay: null,
  };
});

const correct = (changes: Partial<Contact>, seenId = false, number = member.number) =>
  correctContact({
    number,
    contact: { ...contact, ...changes },
    seenId,
    by: deskId,
    address: "203.0.113.7",
  });

const audit = () =>
  db().auditEntry.findMany({
    where: { subject: `member:${member.number}` },
    select: { action: true, detail: true, personId: true },
  });

test("name, phone and birthday are corrected, and the audit log says which without saying what", async () => {
  const changes = { name: "林静", phone: "+8613900010009", birthMonth: 2, birthDay: 29 };
  expect(await correct(changes)).toEqual({
    ok: true,
    changed: ["name", "phone", "birthMonth", "birthDay"],
  });
  expect(await loadContact(db(), member.number)).toMatchObject(changes);
  const written = await audit();
  expect(written).toMatchObject([{ action: "contact.corrected", personId: deskId }]);
  expect(JSON.stringify(written)).not.toMatch(/林静|0009/);
  expect(await db().mail.count({ where: { personId: member.id } })).toBe(0);
});

test("what is as it was changes nothing and is not written down", async () => {
  expect(await correct({})).toEqual({ ok: true, changed: [] });
  expect(await audit()).toEqual([]);
});

describe("the e-mail, which they sign in with", () => {
  test("changes for whoever showed an ID: both addresses are told, masked, and browsers signed out", async () => {
    const email = `other${member.id}@marque.test`;
    await openSession(db(), member.id, aBrowser(), BY_PASSWORD);
    expect(await correct({ email }, true)).toMatchObject({ ok: true });
    expect(await db().session.count({ where: { personId: member.id } })).toBe(0);
    expect(await loadContact(db(), member.number)).toMatchObject({ email });
    const letters = await db().mail.findMany({ where: { personId: member.id } });
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual([email, member.email].sort());
    for (const { template, props } of letters) {
      expect(template).toBe("email-changed");
      expect(JSON.stringify(props)).not.toContain(email);
    }
    expect(JSON.stringify(await audit())).not.toContain("@");
  });

  test("does not change unseen, is never taken away, and is nobody else's", async () => {
    expect(await correct({ email: "x@marque.test" })).toMatchObject({ refusal: "email-needs-id" });
    expect(await correct({ email: null }, true)).toMatchObject({ refusal: "email-kept" });
    const other = await aMember();
    expect(await correct({ email: other.email }, true)).toMatchObject({ refusal: "email-taken" });
    expect(await loadContact(db(), member.number)).toMatchObject({ email: member.email });
  });

  test("of somebody who works here stays theirs: the desk cannot become an admin by it", async () => {
    const boss = await aMember({ roles: ["admin"] });
    const mine = { name: boss.name, email: "desk-too@marque.test" };
    expect(await correct(mine, true, boss.number)).toMatchObject({ refusal: "email-of-staff" });
    expect(await correct({ name: "Boss", email: boss.email }, false, boss.number)).toMatchObject({
      ok: true,
    });
  });

  test("two people who give one address to two members at once: one is told it is taken", async () => {
    const other = await aMember();
    const email = `race${member.id}@marque.test`;
    const answers = await Promise.all([
      correct({ email }, true),
      correct({ name: other.name, email }, true, other.number),
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.refusal)).sort()).toEqual([
      "email-taken",
      "ok",
    ]);
  });
});

test("a closed account is not there", async () => {
  const gone = await aMember({ closed: true });
  expect(await loadContact(db(), gone.number)).toBeNull();
  expect(await correct({ name: "x" }, true, gone.number)).toMatchObject({
    refusal: "no-such-member",
  });
});

test.each([
  [{ name: "" }, ["name desk.contact.error.name"]],
  [{ name: "a".repeat(101) }, ["name desk.contact.error.name"]],
  [{ name: "\u202Etxt", phone: "12" }, ["phone desk.contact.error.phone"]],
  [{ name: "a", email: "nobody" }, ["email desk.contact.error.email"]],
  [{ name: "a", birthMonth: "2" }, ["birthDay desk.contact.error.birthday"]],
  [{ name: "a", birthDay: "2" }, ["birthDay desk.contact.error.birthday"]],
  [{ name: "a", birthMonth: "2", birthDay: "30" }, ["birthDay desk.contact.error.birthday"]],
  [
    { name: "a", birthMonth: "13", birthDay: "1" },
    ["birthMonth desk.contact.error.birthday", "birthDay desk.contact.error.birthday"],
  ],
  [{ name: "a", birthMonth: "2", birthDay: "29" }, []],
] as const)("%j", (typed, errors) => {
  const form = ContactForm.safeParse(typed);
  const issues = form.success ? [] : form.error.issues;
  expect(issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual(errors);
});
