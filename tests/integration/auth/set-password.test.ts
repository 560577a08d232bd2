import { expect, test } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { setPassword } from "#app/modules/auth/set-password.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

testDatabase();

const chosen = "seven quiet lanterns";
const ask = (email: string, code: string, password = chosen) =>
  setPassword({ email, code, password, clubNames: ["Linden Owners"] }, aBrowser());

test("an imported member sets a first password by the code and is signed in", async () => {
  const { id, email } = await aPerson({ password: null });
  const { code } = await makeCode(db(), email, "set-password");
  const answer = await ask(email, code);
  if (!answer.ok) throw new Error(answer.refusal);
  expect((await loadSession(db(), answer.token))?.person.id).toBe(id);
  expect((await signInWithPassword(db(), email, chosen, aBrowser())).ok).toBe(true);
});

test("a new password ends every other session and the old password", async () => {
  const { email, password } = await aPerson();
  const stolen = await signInWithPassword(db(), email, password, aBrowser());
  if (!stolen.ok) throw new Error(stolen.refusal);
  const { code } = await makeCode(db(), email, "set-password");
  expect((await ask(email, code)).ok).toBe(true);
  expect(await loadSession(db(), stolen.token)).toBeNull();
  expect((await signInWithPassword(db(), email, password, aBrowser())).ok).toBe(false);
});

test("it is kept as argon2id with 19 MiB and two passes", async () => {
  const { id, email } = await aPerson({ password: null });
  await ask(email, (await makeCode(db(), email, "set-password")).code);
  const { passwordHash } = await db().person.findUniqueOrThrow({ where: { id } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a poor password does not cost the code", async () => {
  const { email } = await aPerson({ password: null });
  const { code } = await makeCode(db(), email, "set-password");
  expect(await ask(email, code, "too short")).toEqual({ ok: false, refusal: "too-short" });
  expect(await ask(email, code, "password1234")).toEqual({ ok: false, refusal: "common" });
  expect((await ask(email, code)).ok).toBe(true);
});

test("a password made of the person's name is refused to who has the code, and to nobody else", async () => {
  const { email } = await aPerson({ name: "Ottoline Feathersham", password: null });
  const { code } = await makeCode(db(), email, "set-password");
  const wrongCode = code === "000000" ? "000001" : "000000";
  const named = "ottoline feathersham";
  expect(await ask(email, wrongCode, named)).toEqual({ ok: false, refusal: "wrong-code" });
  expect(await ask(email, code, named)).toEqual({ ok: false, refusal: "personal" });
  expect((await ask(email, code)).ok).toBe(true);
});

test("a wrong code, a code to sign in and an address without an account get the same answer", async () => {
  const { email } = await aPerson();
  const signIn = await makeCode(db(), email, "sign-in");
  const wrong = { ok: false, refusal: "wrong-code" };
  expect(await ask(email, signIn.code)).toEqual(wrong);
  expect(await ask("nobody@marque.test", "123456")).toEqual(wrong);
});

test("the same code sent twice at once sets one password", async () => {
  const { email } = await aPerson({ password: null });
  const { code } = await makeCode(db(), email, "set-password");
  const answers = await Promise.all([ask(email, code), ask(email, code, "nine loud lanterns")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
