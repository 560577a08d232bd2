import { expect, test } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { CODES_ASKED } from "#app/modules/auth/limits.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { askToJoin } from "#app/modules/joining/ask-to-join.server.ts";
import { enterJoiningCode } from "#app/modules/joining/enter-joining-code.server.ts";
import { loadJoining } from "#app/modules/joining/load-joining.server.ts";
import { sendJoiningCode } from "#app/modules/joining/send-joining-code.server.ts";
import { sweepJoinings } from "#app/modules/joining/sweep-joinings.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aMember, aPerson } from "../../support/people.ts";
import { anAddress, handIn, onTheWayIn } from "./joiners.ts";

testDatabase();

const wrong = { ok: false, refusal: "wrong" };
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function letterTo(email: string) {
  const { props, locale } = await db().mail.findFirstOrThrow({ where: { recipient: email } });
  return { ...(props as { code: string; purpose: string }), locale };
}

test("a stranger's code proves the address and makes nobody a member yet", async () => {
  const email = anAddress();
  await sendJoiningCode(db(), { email, locale: "zh-CN" });
  const { code, purpose, locale } = await letterTo(email);
  expect([purpose, locale]).toEqual(["join", "zh-CN"]);
  const answer = await enterJoiningCode(db(), email, code, aBrowser());
  if (!answer.ok || answer.way !== "joining") throw new Error(JSON.stringify(answer));
  expect(await loadJoining(db(), answer.token)).toEqual({ email, known: null, done: false });
  expect(await db().person.count({ where: { email } })).toBe(0);
  expect(await enterJoiningCode(db(), email, code, aBrowser())).toEqual(wrong);
});

test("a member who joins again gets a code that signs in to the card there is", async () => {
  const { id, email } = await aMember();
  await sendJoiningCode(db(), { email, locale: "en" });
  const { code, purpose } = await letterTo(email);
  expect(purpose).toBe("sign-in");
  const answer = await enterJoiningCode(db(), email, code, aBrowser());
  if (!answer.ok || answer.way !== "signed-in") throw new Error(JSON.stringify(answer));
  expect((await loadSession(db(), answer.token))?.person.id).toBe(id);
});

test("asking has one answer and leaves one trace, whoever the address is", async () => {
  const { email } = await aMember();
  const stranger = anAddress();
  const ask = (address: string) =>
    askToJoin(db(), { email: address, locale: "en", address: aBrowser().address });
  expect([await ask(email), await ask(stranger)]).toEqual([{ ok: true }, { ok: true }]);
  const jobs = await db().$queryRaw<{ payload: { email: string } }[]>`
    select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = 'send-joining-code' order by job.id`;
  expect(jobs.map(({ payload }) => payload.email)).toEqual([email, stranger]);
  expect(await db().emailCode.count({ where: { email: { in: [email, stranger] } } })).toBe(0);
});

test("codes to join and codes to sign in are asked for out of one measure", async () => {
  const email = anAddress();
  const answers = [];
  for (let time = 0; time <= CODES_ASKED.turns; time++) {
    answers.push(await askToJoin(db(), { email, locale: "en", address: aBrowser().address }));
  }
  expect(answers.map(({ ok }) => ok)).toEqual([...Array(CODES_ASKED.turns).fill(true), false]);
});

test("a code tried a hundred times is dead after five, and the right one comes too late", async () => {
  const email = anAddress();
  const { code } = await makeCode(db(), email, "join");
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => enterJoiningCode(db(), email, another(code), aBrowser())),
  );
  expect(answers.filter(({ ok }) => ok)).toEqual([]);
  expect((await db().emailCode.findFirst({ where: { email } }))?.tries).toBe(5);
  expect((await enterJoiningCode(db(), email, code, aBrowser())).ok).toBe(false);
  expect(await db().joining.count({ where: { email } })).toBe(0);
});

test("one place that tries codes for many addresses is stopped", async () => {
  const browser = aBrowser();
  const refusals = [];
  for (let tries = 0; tries < 61; tries++) {
    const answer = await enterJoiningCode(db(), anAddress(), "000000", browser);
    refusals.push(answer.ok ? "in" : answer.refusal);
  }
  expect(refusals.slice(0, 60)).toEqual(Array(60).fill("wrong"));
  expect(refusals[60]).toBe("too-many");
});

test("a code for a password proves no address to join with", async () => {
  const { email } = await aPerson();
  const { code } = await makeCode(db(), email, "set-password");
  expect(await enterJoiningCode(db(), email, code, aBrowser())).toEqual(wrong);
});

test("who became a member since the letter was written is signed in by its code", async () => {
  const email = anAddress();
  const token = await onTheWayIn(email);
  const { code } = await makeCode(db(), email, "join");
  expect((await handIn(token)).ok).toBe(true);
  const answer = await enterJoiningCode(db(), email, code, aBrowser());
  if (!answer.ok || answer.way !== "signed-in") throw new Error(JSON.stringify(answer));
  expect((await loadSession(db(), answer.token))?.person.email).toBe(email);
});

test("somebody who works here is asked with their own name, and only after their own code", async () => {
  const { email, name } = await aPerson({ roles: ["desk"] });
  const token = await onTheWayIn(email);
  expect(await loadJoining(db(), token)).toMatchObject({ known: { name }, done: false });
});

test("after two hours one begins again, and a day later nothing is left of it", async () => {
  const email = anAddress();
  const token = await onTheWayIn(email);
  await db().$executeRaw`update joining set expires_at = now() where email = ${email}`;
  expect(await loadJoining(db(), token)).toBeNull();
  await sweepJoinings(db());
  expect(await db().joining.count({ where: { email } })).toBe(1);
  await db().$executeRaw`
    update joining set expires_at = now() - interval '25 hours' where email = ${email}`;
  await sweepJoinings(db());
  expect(await db().joining.count({ where: { email } })).toBe(0);
});
