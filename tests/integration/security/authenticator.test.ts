import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { beginAuthenticator } from "#app/modules/security/begin-authenticator.server.ts";
import { confirmAuthenticator } from "#app/modules/security/confirm-authenticator.server.ts";
import { giveSecondFactor } from "#app/modules/security/give-second-factor.server.ts";
import { removeAuthenticator } from "#app/modules/security/remove-authenticator.server.ts";
import { renewRecoveryCodes } from "#app/modules/security/renew-recovery-codes.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  codeShown,
  lettersTo,
  setUpAuthenticator,
  signInHalf,
  wrongCode,
} from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

testDatabase();

const STEP_MS = 30_000;
/** The middle of a step: no test stands on the turn of one. */
const NOON = new Date(Math.floor(Date.parse("2026-11-21T12:00:00Z") / STEP_MS) * STEP_MS + 10_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (steps: number) => vi.setSystemTime(Date.now() + steps * STEP_MS);
const club = { name: "Club", nameZh: "车友会", timeZone: "Asia/Shanghai", currency: "CNY" };

/** Tries a second factor in a browser that has given the first. */
async function give(personId: number, kind: "authenticator" | "recovery", code: string) {
  const { sessionId, token } = await signInHalf(personId);
  const { address } = aBrowser();
  const answer = await giveSecondFactor(db(), { personId, sessionId, address }, { kind, code });
  return { answer, before: token };
}

const plain = (recoveryCode: string | undefined) => String(recoveryCode).replace("-", "");

test("an authenticator counts once it has shown a right code, and comes with ten recovery codes", async () => {
  await ensureClub(db(), { ...club, demo: false });
  const { id } = await aPerson();
  const fresh = await beginAuthenticator(db(), id, { club: "Club", account: "me" });
  if (!fresh) throw new Error("There is one already.");
  expect(fresh.secret).toMatch(/^[A-Z2-7]{32}$/);
  const { sessionId } = await signInHalf(id);
  const who = { personId: id, sessionId };
  const wrong = await confirmAuthenticator(db(), who, await wrongCode(fresh.secret));
  expect(wrong).toEqual({ ok: false, refusal: "wrong" });
  expect((await signInHalf(id)).hasAuthenticator).toBe(false);

  const answer = await confirmAuthenticator(db(), who, await codeShown(fresh.secret));
  if (!answer.ok) throw new Error(answer.refusal);
  expect(new Set(answer.recoveryCodes).size).toBe(10);
  expect(await loadSession(db(), answer.session.token)).toMatchObject({
    hasAuthenticator: true,
    secondFactorGiven: true,
  });
  expect(await lettersTo(id, "security-changed")).toMatchObject([{ what: "authenticator-added" }]);
});

test("loaded again, the page shows the same secret; once it counts, never again", async () => {
  const { id } = await aPerson();
  const show = () => beginAuthenticator(db(), id, { club: "Club", account: "me" });
  const shown = await Promise.all(Array.from({ length: 5 }, show));
  expect(new Set(shown.map((each) => each?.secret)).size).toBe(1);
  const { sessionId } = await signInHalf(id);
  const code = await codeShown(String(shown[0]?.secret));
  expect((await confirmAuthenticator(db(), { personId: id, sessionId }, code)).ok).toBe(true);
  expect(await show()).toBeNull();
});

test("its secret lies encrypted, and opens for nobody else", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const { secret } = await setUpAuthenticator(one.id);
  const row = await db().authenticator.findUniqueOrThrow({ where: { personId: one.id } });
  expect(Buffer.from(row.secret).toString("latin1")).not.toContain(secret);
  await db().authenticator.create({
    data: { personId: two.id, secret: row.secret, confirmedAt: new Date() },
  });
  later(2);
  await expect(give(two.id, "authenticator", await codeShown(secret))).rejects.toThrow();
});

test("its code lets in under a new token, and the old one is worth nothing", async () => {
  const { id } = await aPerson();
  const { secret } = await setUpAuthenticator(id);
  later(1);
  const { answer, before } = await give(id, "authenticator", await codeShown(secret));
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadSession(db(), before)).toBeNull();
  expect((await loadSession(db(), answer.session.token))?.secondFactorGiven).toBe(true);
});

test("a clock may be a step off in either direction, and not two", async () => {
  for (const [steps, ok] of [
    [-1, true],
    [1, true],
    [-2, false],
    [2, false],
  ] as const) {
    const { id } = await aPerson();
    const { secret } = await setUpAuthenticator(id);
    later(10);
    const now = Date.now();
    vi.setSystemTime(now + steps * STEP_MS);
    const code = await codeShown(secret);
    vi.setSystemTime(now);
    expect((await give(id, "authenticator", code)).answer.ok, `${steps} steps`).toBe(ok);
  }
});

test("no step is good twice: neither the code that was used nor one from before it", async () => {
  const { id } = await aPerson();
  const { secret } = await setUpAuthenticator(id);
  const confirming = await codeShown(secret);
  expect((await give(id, "authenticator", confirming)).answer.ok).toBe(false);
  later(1);
  const next = await codeShown(secret);
  expect((await give(id, "authenticator", next)).answer.ok).toBe(true);
  expect((await give(id, "authenticator", next)).answer.ok).toBe(false);
  expect((await give(id, "authenticator", confirming)).answer.ok).toBe(false);
});

test("of nine browsers with one code at the same moment one is let in", async () => {
  const { id } = await aPerson();
  const { secret } = await setUpAuthenticator(id);
  later(1);
  const code = await codeShown(secret);
  const tries = await Promise.all(Array.from({ length: 9 }, () => give(id, "authenticator", code)));
  expect(tries.filter(({ answer }) => answer.ok)).toHaveLength(1);
});

test("of a hundred tries ten are looked at in an hour, and then not even the right one", async () => {
  const { id } = await aPerson();
  const { secret } = await setUpAuthenticator(id);
  await db().$executeRaw`delete from rate_limit`;
  later(1);
  const wrong = await wrongCode(secret);
  const tries = await Promise.all(
    Array.from({ length: 100 }, () => give(id, "authenticator", wrong)),
  );
  const refusals = tries.map(({ answer }) => (answer.ok ? "in" : answer.refusal));
  expect(refusals.filter((refusal) => refusal === "wrong")).toHaveLength(10);
  expect((await give(id, "authenticator", await codeShown(secret))).answer).toMatchObject({
    refusal: "too-many",
  });
});

test("a recovery code lets in once, however it is typed at once, and is told of by letter", async () => {
  const { id } = await aPerson();
  const { recoveryCodes } = await setUpAuthenticator(id);
  const code = plain(recoveryCodes[3]);
  const tries = await Promise.all(Array.from({ length: 8 }, () => give(id, "recovery", code)));
  expect(tries.filter(({ answer }) => answer.ok)).toHaveLength(1);
  expect(await db().recoveryCode.count({ where: { personId: id, usedAt: null } })).toBe(9);
  const letters = await lettersTo(id, "security-changed");
  expect(letters.slice(1)).toMatchObject([{ what: "recovery-code-used" }]);
});

test("new recovery codes end those before; another person's never let in", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const old = await setUpAuthenticator(one.id);
  const others = await setUpAuthenticator(two.id);
  const fresh = await renewRecoveryCodes(db(), one.id);
  expect(fresh).toHaveLength(10);
  expect((await give(one.id, "recovery", plain(old.recoveryCodes[0]))).answer.ok).toBe(false);
  expect((await give(one.id, "recovery", plain(others.recoveryCodes[0]))).answer.ok).toBe(false);
  expect((await give(one.id, "recovery", plain(fresh?.[0]))).answer.ok).toBe(true);
});

test("the table holds no recovery code that could be read from it", async () => {
  const { id } = await aPerson();
  const { recoveryCodes } = await setUpAuthenticator(id);
  const rows = await db().recoveryCode.findMany({ where: { personId: id } });
  const kept = rows.map(({ codeHash }) => Buffer.from(codeHash).toString("latin1")).join("\n");
  for (const code of recoveryCodes) expect(kept).not.toContain(plain(code));
  expect(rows.every(({ codeHash }) => codeHash.length === 32)).toBe(true);
});

test("nobody without an authenticator gets recovery codes", async () => {
  const { id } = await aPerson();
  expect(await renewRecoveryCodes(db(), id)).toBeNull();
});

test("removed, it takes its recovery codes along and signs out everywhere else", async () => {
  const { id } = await aPerson();
  const { token } = await setUpAuthenticator(id);
  const elsewhere = await signInHalf(id);
  const here = await loadSession(db(), token);
  await removeAuthenticator(db(), { personId: id, sessionId: String(here?.sessionId) });
  expect(await loadSession(db(), elsewhere.token)).toBeNull();
  expect(await loadSession(db(), token)).toMatchObject({ hasAuthenticator: false });
  expect(await db().recoveryCode.count({ where: { personId: id } })).toBe(0);
  expect((await lettersTo(id, "security-changed")).at(-1)).toMatchObject({
    what: "authenticator-removed",
  });
});
