import { expect, test } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import { sendCode } from "#app/modules/auth/send-code.server.ts";
import { signInWithCode } from "#app/modules/auth/sign-in-with-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

testDatabase();

const wrong = { ok: false, refusal: "wrong" };
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("the code signs in, once", async () => {
  const { id, email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  expect(code).toMatch(/^\d{6}$/);
  const answer = await signInWithCode(db(), email, code, aBrowser());
  if (!answer.ok) throw new Error(answer.refusal);
  expect((await loadSession(db(), answer.token))?.person.id).toBe(id);
  expect(await signInWithCode(db(), email, code, aBrowser())).toEqual(wrong);
});

test("a code entered in two tabs at the same moment is right in one of them", async () => {
  const { email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => signInWithCode(db(), email, code, aBrowser())),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
});

test("a code has five tries, also when a hundred are made at once", async () => {
  const { email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  await Promise.all(
    Array.from({ length: 100 }, () => signInWithCode(db(), email, another(code), aBrowser())),
  );
  expect((await db().emailCode.findFirst({ where: { email } }))?.tries).toBe(5);
  expect((await signInWithCode(db(), email, code, aBrowser())).ok).toBe(false);
});

test("the fifth try may be the right one", async () => {
  const { email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  for (let tries = 0; tries < 4; tries++) {
    expect(await signInWithCode(db(), email, another(code), aBrowser())).toEqual(wrong);
  }
  expect((await signInWithCode(db(), email, code, aBrowser())).ok).toBe(true);
});

test("new codes do not give new tries without end", async () => {
  const { email } = await aPerson();
  const refusals = [];
  for (let round = 0; round < 5; round++) {
    const { code } = await makeCode(db(), email, "sign-in");
    for (let tries = 0; tries < 5; tries++) {
      const answer = await signInWithCode(db(), email, another(code), aBrowser());
      refusals.push(answer.ok ? "in" : answer.refusal);
    }
  }
  expect(refusals.slice(0, 20)).toEqual(Array(20).fill("wrong"));
  expect(refusals.slice(20)).toEqual(Array(5).fill("too-many"));
});

test("a newer code ends the older one, and using it does not bring the older one back", async () => {
  const { email } = await aPerson();
  const older = await makeCode(db(), email, "sign-in");
  const newer = await makeCode(db(), email, "sign-in");
  if (older.code !== newer.code) {
    expect(await signInWithCode(db(), email, older.code, aBrowser())).toEqual(wrong);
  }
  expect((await signInWithCode(db(), email, newer.code, aBrowser())).ok).toBe(true);
  expect(await signInWithCode(db(), email, older.code, aBrowser())).toEqual(wrong);
});

test("a code ends after ten minutes", async () => {
  const { email } = await aPerson();
  const { code, expiresAt } = await makeCode(db(), email, "sign-in");
  const minutes = (expiresAt.getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9.9);
  expect(minutes).toBeLessThanOrEqual(10);
  await db().$executeRaw`update email_code set expires_at = now() where email = ${email}`;
  expect(await signInWithCode(db(), email, code, aBrowser())).toEqual(wrong);
});

test("a code for a password does not sign in, nor does another person's", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const password = await makeCode(db(), one.email, "set-password");
  const others = await makeCode(db(), two.email, "sign-in");
  expect(await signInWithCode(db(), one.email, password.code, aBrowser())).toEqual(wrong);
  expect(await signInWithCode(db(), one.email, others.code, aBrowser())).toEqual(wrong);
});

test("the table holds no code that could be read or guessed back from it", async () => {
  const { email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  const row = await db().emailCode.findFirstOrThrow({ where: { email } });
  expect(row.codeHash).toHaveLength(32);
  expect(JSON.stringify(row)).not.toContain(code);
});

test("an account closed after its code was sent stays closed", async () => {
  const { id, email } = await aPerson();
  const { code } = await makeCode(db(), email, "sign-in");
  await db().person.update({ where: { id }, data: { closedAt: new Date() } });
  expect(await signInWithCode(db(), email, code, aBrowser())).toEqual(wrong);
});

test("asking gets the same answer and leaves the same trace whether there is an account or not", async () => {
  const { email } = await aPerson();
  const ask = (address: string) =>
    requestCode(db(), { email: address, purpose: "sign-in", locale: "en", address: "192.0.2.1" });
  expect([await ask(email), await ask("stranger@marque.test")]).toEqual([
    { ok: true },
    { ok: true },
  ]);
  const jobs = await db().$queryRaw<{ payload: { email: string } }[]>`
    select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = 'send-code' order by job.id`;
  expect(jobs.map(({ payload }) => payload.email)).toEqual([email, "stranger@marque.test"]);
  expect(await db().emailCode.count({ where: { email } })).toBe(0);
});

test("only the address of an open account gets a letter", async () => {
  const [open, closed] = [await aPerson({ locale: "zh-CN" }), await aPerson({ closed: true })];
  for (const email of [open.email, closed.email, "stranger@marque.test"]) {
    await sendCode(db(), { email, purpose: "sign-in", locale: "en" });
  }
  const letters = await db().mail.findMany({ where: { template: "sign-in-code" } });
  expect(letters.map(({ recipient, locale }) => [recipient, locale])).toEqual([
    [open.email, "zh-CN"],
  ]);
});

test("nobody's inbox is flooded: five codes in half an hour, and the answer says when again", async () => {
  const { email } = await aPerson();
  const answers = [];
  for (let round = 0; round < 6; round++) {
    const { address } = aBrowser();
    answers.push(await requestCode(db(), { email, purpose: "sign-in", locale: "en", address }));
  }
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  const last = answers.at(-1);
  if (!last || last.ok) throw new Error("was not refused");
  expect(last.retryAt.getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
});
