import { expect, test } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import { signInWithCode } from "#app/modules/auth/sign-in-with-code.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { sweepAuth } from "#app/modules/auth/sweep-auth.server.ts";
import { sweepJoinings } from "#app/modules/joining/sweep-joinings.server.ts";
import { changePassword } from "#app/modules/security/change-password.server.ts";
import { sweepSecurity } from "#app/modules/security/sweep-security.server.ts";
import { db } from "#app/platform/db.server.ts";
import { lettersTo, signInHalf } from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, BY_PASSWORD } from "../../support/people.ts";

testDatabase();

const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

test("the first browser is not told of, a second one is, and neither ever again", async () => {
  const { id, name } = await aPerson();
  const first = await openSession(db(), id, aBrowser(), BY_PASSWORD);
  expect(await lettersTo(id, "new-sign-in")).toEqual([]);

  const stranger = { ...aBrowser(), userAgent: SAFARI, address: "2001:db8:7:8::9" };
  const second = await openSession(db(), id, stranger, BY_PASSWORD);
  const letter = { name, device: "iPhone · Safari", place: "2001:db8:7:8::/64" };
  expect(await lettersTo(id, "new-sign-in")).toMatchObject([letter]);

  await openSession(db(), id, { ...aBrowser(), known: first.known }, BY_PASSWORD);
  await openSession(db(), id, { ...stranger, known: second.known }, BY_PASSWORD);
  expect(await lettersTo(id, "new-sign-in")).toHaveLength(1);
});

test("a browser known to one person is a stranger to another, and the same to both from then on", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const { known } = await openSession(db(), one.id, aBrowser(), BY_PASSWORD);
  await openSession(db(), two.id, aBrowser(), BY_PASSWORD);
  const shared = await openSession(db(), two.id, { ...aBrowser(), known }, BY_PASSWORD);
  expect(shared.known).toBe(known);
  expect(await lettersTo(two.id, "new-sign-in")).toHaveLength(1);
  expect(await lettersTo(one.id, "new-sign-in")).toEqual([]);
});

test("a stranger who uses up somebody's tries and codes does not keep them out of a browser they know", async () => {
  const [one, two] = await Promise.all([aPerson(), aPerson()]);
  const { known } = await openSession(db(), one.id, aBrowser(), BY_PASSWORD);
  const ofTwo = await openSession(db(), two.id, aBrowser(), BY_PASSWORD);
  const { email } = one;
  const asked = { email, purpose: "sign-in", locale: "en" } as const;
  // Known to somebody is not known to everybody.
  for (const stranger of [null, ofTwo.known, "made up"]) {
    for (let turn = 0; turn < 20; turn++) {
      const browser = { ...aBrowser(), known: stranger };
      await signInWithPassword(db(), email, "wrong", browser);
      await signInWithCode(db(), email, "000000", browser);
      await requestCode(db(), { ...asked, ...browser });
    }
  }
  const too = { ok: false, refusal: "too-many" };
  const elsewhere = { ...aBrowser(), known: ofTwo.known };
  expect(await signInWithPassword(db(), email, one.password, elsewhere)).toMatchObject(too);
  expect(await signInWithCode(db(), email, "000000", elsewhere)).toMatchObject(too);
  expect(await requestCode(db(), { ...asked, ...elsewhere })).toMatchObject(too);

  const here = { ...aBrowser(), known };
  expect(await requestCode(db(), { ...asked, ...here })).toEqual({ ok: true });
  const { code } = await makeCode(db(), email, "sign-in");
  expect(await signInWithCode(db(), email, code, here)).toMatchObject({ ok: true });
  for (let turn = 0; turn < 10; turn++) await signInWithPassword(db(), email, "wrong", here);
  expect(await signInWithPassword(db(), email, one.password, here)).toMatchObject(too);
});

test("strangers who try a code until it ends for them do not end it where its owner is known", async () => {
  const { id, email } = await aPerson();
  const { known } = await openSession(db(), id, aBrowser(), BY_PASSWORD);
  const { code } = await makeCode(db(), email, "sign-in");
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  for (let turn = 0; turn < 5; turn++) await signInWithCode(db(), email, wrong, aBrowser());
  expect((await signInWithCode(db(), email, code, aBrowser())).ok).toBe(false);
  expect((await signInWithCode(db(), email, code, { ...aBrowser(), known })).ok).toBe(true);
});

test("the table holds nothing by which a browser could pass for known", async () => {
  const { id } = await aPerson();
  const { known } = await openSession(db(), id, aBrowser(), BY_PASSWORD);
  const rows = await db().knownBrowser.findMany({ where: { personId: id } });
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(known);
});

test("a password is changed by the present one, ends other sessions, and is told of", async () => {
  const person = await aPerson();
  const [here, elsewhere] = [await signInHalf(person.id), await signInHalf(person.id)];
  const change = (present: string, password = "seven quiet lanterns") =>
    changePassword(
      db(),
      { personId: person.id, sessionId: here.sessionId },
      { present, password, clubNames: [] },
    );
  expect(await change("not the password")).toEqual({ ok: false, refusal: "wrong-password" });
  expect(await change(person.password, "short")).toEqual({ ok: false, refusal: "too-short" });
  expect(await loadSession(db(), elsewhere.token)).not.toBeNull();
  const answer = await change(person.password);
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadSession(db(), elsewhere.token)).toBeNull();
  expect(await loadSession(db(), here.token)).toBeNull();
  expect(await loadSession(db(), answer.session.token)).not.toBeNull();
  const again = await signInWithPassword(db(), person.email, "seven quiet lanterns", aBrowser());
  expect(again.ok).toBe(true);
  expect(await lettersTo(person.id, "security-changed")).toMatchObject([{ what: "password-set" }]);
});

test("the sweep takes what has ended of all this, and leaves what has not", async () => {
  const { id } = await aPerson();
  const day = 86_400_000;
  const ago = (days: number) => new Date(Date.now() - days * day);
  await db().authChallenge.createMany({
    data: [
      { id: "ended", purpose: "sign-in", challenge: "x", expiresAt: ago(0.01) },
      { id: "open", purpose: "sign-in", challenge: "x", expiresAt: ago(-0.01) },
    ],
  });
  await db().joining.createMany({
    data: [
      { id: "ended", email: "a@marque.test", expiresAt: ago(2) },
      { id: "open", email: "b@marque.test", expiresAt: ago(0.5) },
    ],
  });
  await db().knownBrowser.createMany({
    data: [
      { personId: id, tokenHash: "forgotten", seenAt: ago(401) },
      { personId: id, tokenHash: "known", seenAt: ago(399) },
    ],
  });
  await db().emailChange.createMany({
    data: [
      { personId: id, newEmail: "never@marque.test", askedAt: ago(2) },
      { personId: id, newEmail: "done@marque.test", askedAt: ago(2), doneAt: ago(2) },
      { personId: id, newEmail: "long-ago@marque.test", askedAt: ago(91), doneAt: ago(91) },
    ],
  });
  await db().authenticator.create({
    data: { personId: id, secret: Buffer.alloc(1), createdAt: ago(2) },
  });
  await sweepAuth(db());
  await sweepSecurity(db());
  await sweepJoinings(db());
  expect((await db().authChallenge.findMany()).map((row) => row.id)).toEqual(["open"]);
  expect((await db().joining.findMany()).map((row) => row.id)).toEqual(["open"]);
  const known = await db().knownBrowser.findMany({ where: { personId: id } });
  expect(known.map((row) => row.tokenHash)).toEqual(["known"]);
  const changes = await db().emailChange.findMany({ where: { personId: id } });
  expect(changes.map((row) => row.newEmail)).toEqual(["done@marque.test"]);
  expect(await db().authenticator.count({ where: { personId: id } })).toBe(0);
});
