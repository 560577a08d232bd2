import { expect, test } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { sendCode } from "#app/modules/auth/send-code.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { changeEmail } from "#app/modules/security/change-email.server.ts";
import { requestEmailChange } from "#app/modules/security/request-email-change.server.ts";
import { db } from "#app/platform/db.server.ts";
import { lettersTo, signInHalf } from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, type TestPerson } from "../../support/people.ts";

testDatabase();

let addresses = 0;
const anAddress = () => `new${++addresses}@marque.test`;

const ask = (person: TestPerson, email: string) =>
  requestEmailChange(db(), person, { email, locale: "en", ...aBrowser() });

async function change(person: TestPerson, email: string, code: string) {
  const { sessionId } = await signInHalf(person.id);
  return changeEmail(db(), { personId: person.id, sessionId, ...aBrowser() }, email, code);
}

test("the code sent to the new address makes it count; both are told, others signed out", async () => {
  const person = await aPerson();
  const email = anAddress();
  const elsewhere = await signInHalf(person.id);
  expect(await ask(person, email)).toEqual({ ok: true });
  const { code } = await makeCode(db(), email, "change-email");
  const answer = await change(person, email, code);
  if (!answer.ok) throw new Error(answer.refusal);

  expect((await loadSession(db(), answer.session.token))?.person.email).toBe(email);
  expect(await loadSession(db(), elsewhere.token)).toBeNull();
  expect((await signInWithPassword(db(), email, person.password, aBrowser())).ok).toBe(true);
  const former = await signInWithPassword(db(), person.email, person.password, aBrowser());
  expect(former.ok).toBe(false);
  const told = await db().mail.findMany({ where: { template: "email-changed" } });
  expect(told.map(({ recipient }) => recipient).sort()).toEqual([email, person.email].sort());
  expect(JSON.stringify(await lettersTo(person.id, "email-changed"))).not.toContain(email);
});

test("asking for somebody's address is answered alike; they get a letter, and there is no code", async () => {
  const [person, other] = [await aPerson(), await aPerson({ locale: "zh-CN" })];
  expect(await ask(person, other.email)).toEqual({ ok: true });
  await sendCode(db(), { email: other.email, purpose: "change-email", locale: "en" });
  expect(await db().emailCode.count({ where: { email: other.email } })).toBe(0);
  const letters = await db().mail.findMany({ where: { recipient: other.email } });
  expect(letters.map(({ template, locale }) => [template, locale])).toEqual([
    ["email-taken", "zh-CN"],
  ]);
});

test("a free address gets the code", async () => {
  const email = anAddress();
  await sendCode(db(), { email, purpose: "change-email", locale: "zh-CN" });
  const [letter] = await db().mail.findMany({ where: { recipient: email } });
  expect(letter).toMatchObject({ template: "sign-in-code", locale: "zh-CN", personId: null });
});

test("a code is for whoever asked for the address, and for the address that was asked for", async () => {
  const [person, stranger] = [await aPerson(), await aPerson()];
  const [email, another] = [anAddress(), anAddress()];
  await ask(person, email);
  const { code } = await makeCode(db(), email, "change-email");
  const wrong = { ok: false, refusal: "wrong" };
  expect(await change(stranger, email, code)).toEqual(wrong);
  expect(await change(person, another, code)).toEqual(wrong);
  expect((await change(person, email, code)).ok).toBe(true);
  expect(await change(person, email, code)).toEqual(wrong);
});

test("of two who want one address the first gets it, and the other a plain refusal", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const email = anAddress();
  await ask(one, email);
  await ask(two, email);
  const first = await makeCode(db(), email, "change-email");
  const answers = [await change(one, email, first.code)];
  const second = await makeCode(db(), email, "change-email");
  answers.push(await change(two, email, second.code));
  expect(answers.map((answer) => (answer.ok ? "in" : answer.refusal))).toEqual(["in", "taken"]);
  expect((await db().person.findUniqueOrThrow({ where: { id: two.id } })).email).toBe(two.email);
});

test("one's own address is no change, and nobody asks without end", async () => {
  const person = await aPerson();
  expect(await ask(person, person.email)).toEqual({ ok: false, refusal: "same" });
  const answers = [];
  for (let round = 0; round < 6; round++) answers.push(await ask(person, anAddress()));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
});
