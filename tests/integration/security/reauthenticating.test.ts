import { afterEach, expect, test, vi } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession, type Proof } from "#app/modules/auth/open-session.server.ts";
import { isRecentlyAuthenticated } from "#app/modules/auth/recent-authentication.ts";
import { setPassword } from "#app/modules/auth/set-password.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { changePassword } from "#app/modules/security/change-password.server.ts";
import {
  loadReauthenticationMethods,
  type ReauthenticationProof,
  reauthenticate,
} from "#app/modules/security/reauthenticate.server.ts";
import { db } from "#app/platform/db.server.ts";
import { codeShown, setUpAuthenticator, signInHalf } from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

testDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const wrong = { ok: false, refusal: "wrong" };

const givePasskey = (personId: number) =>
  db().passkey.create({
    data: {
      id: `passkey-of-${personId}`,
      personId,
      publicKey: Buffer.from("not a key"),
      name: "Phone",
    },
  });

async function isRecent(personId: number, proof: Proof): Promise<boolean> {
  const { token } = await openSession(db(), personId, aBrowser(), proof);
  const session = await loadSession(db(), token);
  if (!session) throw new Error("There is no session.");
  return isRecentlyAuthenticated(session.confirmedAt, session.readAt, "POST");
}

async function confirm(personId: number, proof: ReauthenticationProof) {
  const { sessionId, token } = await signInHalf(personId);
  await db()
    .$executeRaw`update session set confirmed_at = now() - interval '1 day' where id = ${sessionId}`;
  const answer = await reauthenticate(db(), { personId, sessionId, ...aBrowser() }, proof);
  return { answer, before: token };
}

test("a password confirms, under a new token, and the old one is worth nothing", async () => {
  const { id, password } = await aPerson();
  const { answer, before } = await confirm(id, { way: "password", password });
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadSession(db(), before)).toBeNull();
  const session = await loadSession(db(), answer.session.token);
  const seconds = (Number(session?.readAt) - Number(session?.confirmedAt)) / 1_000;
  expect(seconds).toBeLessThan(10);
  expect(session?.secondFactorGiven).toBe(false);
});

test("a wrong one does not, and of a hundred ten are looked at", async () => {
  const { id, password } = await aPerson();
  const tries = await Promise.all(
    Array.from({ length: 100 }, () => confirm(id, { way: "password", password: "wrong" })),
  );
  const refusals = tries.map(({ answer }) => (answer.ok ? "in" : answer.refusal));
  expect(refusals.filter((refusal) => refusal === "wrong")).toHaveLength(10);
  expect((await confirm(id, { way: "password", password })).answer).toMatchObject({
    refusal: "too-many",
  });
});

test("whoever has an authenticator confirms by it, and by nothing weaker", async () => {
  await ensureClub(db(), {
    name: "Club",
    nameZh: "车友会",
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    demo: false,
  });
  const { id, email, password } = await aPerson();
  const { secret } = await setUpAuthenticator(id);
  expect(await loadReauthenticationMethods(db(), id)).toEqual(["authenticator"]);
  expect((await confirm(id, { way: "password", password })).answer).toEqual(wrong);
  const { code } = await makeCode(db(), email, "confirm");
  expect((await confirm(id, { way: "code", code })).answer).toEqual(wrong);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  const shown = await codeShown(secret);
  expect((await confirm(id, { way: "authenticator", code: shown })).answer.ok).toBe(true);
  expect((await confirm(id, { way: "authenticator", code: shown })).answer).toEqual(wrong);
});

test("whoever has nothing but an inbox confirms by a code that was sent for it, once", async () => {
  const { id, email } = await aPerson({ password: null });
  expect(await loadReauthenticationMethods(db(), id)).toEqual(["code"]);
  const signIn = await makeCode(db(), email, "sign-in");
  expect((await confirm(id, { way: "code", code: signIn.code })).answer).toEqual(wrong);
  const { code } = await makeCode(db(), email, "confirm");
  expect((await confirm(id, { way: "code", code })).answer.ok).toBe(true);
  expect((await confirm(id, { way: "code", code })).answer).toEqual(wrong);
});

test("a session that was ended meanwhile is not brought back by confirming", async () => {
  const { id, password } = await aPerson();
  const { sessionId } = await signInHalf(id);
  await db().session.deleteMany({ where: { personId: id } });
  const who = { personId: id, sessionId, ...aBrowser() };
  expect(await reauthenticate(db(), who, { way: "password", password })).toEqual(wrong);
  expect(await db().session.count({ where: { personId: id } })).toBe(0);
});

test.each(["code", "joining"] as const)(
  "signing in by an inbox (%s) is no recent proof for whoever has a passkey, and is for others",
  async (method) => {
    const [withPasskey, without] = await Promise.all([aPerson(), aPerson()]);
    await givePasskey(withPasskey.id);
    expect(await isRecent(withPasskey.id, { method, secondFactor: false })).toBe(false);
    expect(await isRecent(without.id, { method, secondFactor: false })).toBe(true);
    expect(await isRecent(withPasskey.id, { method: "passkey", secondFactor: true })).toBe(true);
  },
);

test("a password that came by an inbox is no way around a passkey, until one is chosen with that", async () => {
  const { id, email } = await aPerson();
  await givePasskey(id);
  const byPassword = { method: "password", secondFactor: false } as const;
  expect(await isRecent(id, byPassword)).toBe(true);

  const password = "seven quiet lanterns";
  const { code } = await makeCode(db(), email, "set-password");
  const set = await setPassword({ email, code, password, clubNames: [] }, aBrowser());
  expect(set.ok).toBe(true);
  expect(await isRecent(id, byPassword)).toBe(false);
  expect(await loadReauthenticationMethods(db(), id)).toEqual(["passkey"]);
  expect((await confirm(id, { way: "password", password })).answer).toEqual(wrong);

  const { sessionId } = await signInHalf(id);
  const asked = { present: "", password: "nine loud trumpets", clubNames: [] };
  expect((await changePassword(db(), { personId: id, sessionId }, asked)).ok).toBe(true);
  expect(await isRecent(id, byPassword)).toBe(true);
});
