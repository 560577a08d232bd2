import { expect, test } from "vitest";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addPasskey } from "#app/modules/security/add-passkey.server.ts";
import { askForPasskey } from "#app/modules/security/ask-for-passkey.server.ts";
import { beginPasskey } from "#app/modules/security/begin-passkey.server.ts";
import { removePasskey, renamePasskey } from "#app/modules/security/change-passkey.server.ts";
import { passkeySite } from "#app/modules/security/passkey-site.server.ts";
import { reauthenticate } from "#app/modules/security/reauthenticate.server.ts";
import { signInWithPasskey } from "#app/modules/security/sign-in-with-passkey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { lettersTo, signInHalf } from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, type TestPerson } from "../../support/people.ts";
import { SoftwarePasskey } from "../../support/software-passkey.ts";

testDatabase();

const wrong = { ok: false, refusal: "wrong" };
let isClub = false;

/** Somebody with a passkey, and what was signed to add it. */
async function withPasskey(counter = 0, wanted: Parameters<typeof aPerson>[0] = {}) {
  if (!isClub) {
    await ensureClub(db(), {
      name: "Club",
      nameZh: "车友会",
      timeZone: "Asia/Shanghai",
      currency: "CNY",
      demo: false,
    });
    isClub = true;
  }
  const person = await aPerson(wanted);
  const passkey = new SoftwarePasskey(passkeySite(), counter);
  const added = await add(person, passkey);
  if (!added.answer.ok) throw new Error(added.answer.refusal);
  return { person, passkey, ...added, session: added.answer.session };
}

async function add(person: TestPerson, passkey: SoftwarePasskey) {
  const { sessionId } = await signInHalf(person.id);
  const { options, token } = await beginPasskey(db(), person, "Club");
  const response = passkey.register(options.challenge);
  const who = { personId: person.id, sessionId, token };
  return { who, response, answer: await addPasskey(db(), who, "Phone", response) };
}

async function ask() {
  const asked = await askForPasskey(db(), "sign-in", { personId: null, ...aBrowser() });
  if (!asked.ok) throw new Error(asked.refusal);
  return { challenge: asked.options.challenge, token: asked.token };
}

test("a passkey that a device made is kept, told of by letter, and counts as a second factor at once", async () => {
  const { person, session } = await withPasskey();
  expect(await loadSession(db(), session.token)).toMatchObject({
    hasPasskey: true,
    secondFactorGiven: true,
  });
  expect(await lettersTo(person.id, "security-changed")).toMatchObject([{ what: "passkey-added" }]);
});

test("it signs in by itself, both factors at once, also an admin", async () => {
  const { person, passkey } = await withPasskey(0, { roles: ["admin"] });
  const { challenge, token } = await ask();
  const answer = await signInWithPasskey(db(), token, passkey.sign(challenge), aBrowser());
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadSession(db(), answer.token)).toMatchObject({
    person: { id: person.id },
    secondFactorGiven: true,
  });
});

test("a challenge is good once, also for twenty browsers at the same moment", async () => {
  const { passkey } = await withPasskey();
  const { challenge, token } = await ask();
  const response = passkey.sign(challenge);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => signInWithPasskey(db(), token, response, aBrowser())),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await signInWithPasskey(db(), token, response, aBrowser())).toEqual(wrong);
});

test.each<[string, Parameters<SoftwarePasskey["sign"]>[1]]>([
  ["that was not asked for a face, a finger or a PIN", { unverified: true }],
  ["on another site's page", { origin: "https://club.example.evil" }],
  ["made for another site", { rpID: "example.evil" }],
])("a passkey %s is refused", async (_case, faults) => {
  const { passkey } = await withPasskey();
  const { challenge, token } = await ask();
  const response = passkey.sign(challenge, faults);
  expect(await signInWithPasskey(db(), token, response, aBrowser())).toEqual(wrong);
});

test("so is another challenge's answer, an ended one's, none's, and a key that only says so", async () => {
  const { passkey } = await withPasskey();
  const [one, two] = [await ask(), await ask()];
  const crossed = passkey.sign(one.challenge);
  expect(await signInWithPasskey(db(), two.token, crossed, aBrowser())).toEqual(wrong);
  expect(await signInWithPasskey(db(), null, crossed, aBrowser())).toEqual(wrong);
  await db().$executeRaw`update auth_challenge set expires_at = now()`;
  expect(await signInWithPasskey(db(), one.token, crossed, aBrowser())).toEqual(wrong);

  const impostor = new SoftwarePasskey(passkeySite());
  const three = await ask();
  const signed = { ...impostor.sign(three.challenge), id: passkey.id.toString("base64url") };
  expect(await signInWithPasskey(db(), three.token, signed, aBrowser())).toEqual(wrong);
});

test("a key whose counter does not go on was copied, and is refused", async () => {
  const { passkey } = await withPasskey(5);
  const first = await ask();
  const answer = await signInWithPasskey(
    db(),
    first.token,
    passkey.sign(first.challenge),
    aBrowser(),
  );
  expect(answer.ok).toBe(true);
  for (const counter of [5, passkey.counter, 0]) {
    const { challenge, token } = await ask();
    const cloned = passkey.sign(challenge, { counter });
    expect(await signInWithPasskey(db(), token, cloned, aBrowser()), `${counter}`).toEqual(wrong);
  }
});

test("the passkey of a closed account, or one that was removed, opens nothing", async () => {
  const { person, passkey } = await withPasskey();
  await db().person.update({ where: { id: person.id }, data: { closedAt: new Date() } });
  const { challenge, token } = await ask();
  const response = passkey.sign(challenge);
  expect(await signInWithPasskey(db(), token, response, aBrowser())).toEqual(wrong);

  const other = await withPasskey();
  const session = await loadSession(db(), other.session.token);
  const id = other.passkey.id.toString("base64url");
  const who = { personId: other.person.id, sessionId: String(session?.sessionId) };
  expect(await removePasskey(db(), who, id)).toBe(true);
  const again = await ask();
  const late = other.passkey.sign(again.challenge);
  expect(await signInWithPasskey(db(), again.token, late, aBrowser())).toEqual(wrong);
});

test("nobody renames or removes another's passkey", async () => {
  const { person, passkey } = await withPasskey();
  const stranger = await signInHalf((await aPerson()).id);
  const who = { personId: stranger.person.id, sessionId: stranger.sessionId };
  const id = passkey.id.toString("base64url");
  expect(await removePasskey(db(), who, id)).toBe(false);
  expect(await renamePasskey(db(), stranger.person.id, id, "mine")).toBe(false);
  const kept = await db().passkey.findFirstOrThrow({ where: { personId: person.id } });
  expect(kept.name).toBe("Phone");
});

test("a device that has one already cannot add it again, nor to another account", async () => {
  const { who, response, passkey } = await withPasskey();
  expect(await addPasskey(db(), who, "Again", response)).toEqual(wrong);
  const { answer } = await add(await aPerson(), passkey);
  expect(answer).toEqual(wrong);
});

test("confirming takes one's own passkey, and a challenge made for confirming", async () => {
  const { person, passkey, session } = await withPasskey();
  const stranger = await withPasskey();
  const confirm = async (key: SoftwarePasskey, purpose: "confirm" | "sign-in", token: string) => {
    const personId = purpose === "confirm" ? person.id : null;
    const asked = await askForPasskey(db(), purpose, { personId, ...aBrowser() });
    if (!asked.ok) throw new Error(asked.refusal);
    const { sessionId = "" } = (await loadSession(db(), token)) ?? {};
    const who = { personId: person.id, sessionId, ...aBrowser() };
    const response = key.sign(asked.options.challenge);
    return reauthenticate(db(), who, { way: "passkey", token: asked.token, response });
  };
  expect(await confirm(stranger.passkey, "confirm", session.token)).toEqual(wrong);
  expect(await confirm(passkey, "sign-in", session.token)).toEqual(wrong);
  const answer = await confirm(passkey, "confirm", session.token);
  if (!answer.ok) throw new Error(answer.refusal);
  expect(await loadSession(db(), session.token)).toBeNull();
  expect(await loadSession(db(), answer.session.token)).not.toBeNull();
});

test("one place cannot fill the table with challenges", async () => {
  const { address } = aBrowser();
  const answers = [];
  for (let round = 0; round < 121; round++) {
    answers.push(await askForPasskey(db(), "sign-in", { personId: null, address }));
  }
  expect(answers.filter(({ ok }) => ok)).toHaveLength(120);
});
