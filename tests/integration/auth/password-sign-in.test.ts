import { verify } from "@node-rs/argon2";
import { afterAll, expect, test, vi } from "vitest";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { db, dbPool } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aMember, aPerson } from "../../support/people.ts";

testDatabase();
// Hashes as ever, and is watched doing it: by modules of this file's own, since others share theirs.
vi.hoisted(() => vi.resetModules());
vi.mock("@node-rs/argon2", { spy: true });
afterAll(() => {
  vi.doUnmock("@node-rs/argon2");
  vi.resetModules();
});

test("the right password signs in, and the session knows who it is", async () => {
  const member = await aMember({ roles: ["desk"] });
  const answer = await signInWithPassword(db(), member.email, member.password, aBrowser());
  if (!answer.ok) throw new Error(answer.refusal);
  expect(answer.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await loadSession(db(), answer.token)).toMatchObject({
    person: { id: member.id, name: member.name, email: member.email, locale: "en" },
    member: { id: member.memberId, number: member.number, accountId: member.accountId },
    roles: ["desk"],
  });
});

test("the table holds no token that a thief could use", async () => {
  const person = await aPerson();
  const answer = await signInWithPassword(db(), person.email, person.password, aBrowser());
  if (!answer.ok) throw new Error(answer.refusal);
  const rows = await db().session.findMany();
  expect(JSON.stringify(rows)).not.toContain(answer.token);
});

test("full-width letters are the same keys", async () => {
  const person = await aPerson();
  const answer = await signInWithPassword(
    db(),
    person.email,
    "ｔｉｄｙ otter fences rain",
    aBrowser(),
  );
  expect(answer.ok).toBe(true);
});

test("the answer is the same whether the password, the account or the person is missing", async () => {
  const cases = {
    wrong: await aPerson(),
    withoutPassword: await aPerson({ password: null }),
    closed: await aPerson({ closed: true }),
  };
  const answers = await Promise.all([
    signInWithPassword(db(), cases.wrong.email, "not the password", aBrowser()),
    signInWithPassword(db(), cases.withoutPassword.email, "not the password", aBrowser()),
    signInWithPassword(db(), cases.closed.email, cases.closed.password, aBrowser()),
    signInWithPassword(db(), "nobody@marque.test", "not the password", aBrowser()),
  ]);
  for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: "wrong" });
});

test("an address without an account costs the same work: one hash of the same price, the same queries", async () => {
  const cases = {
    wrong: await aPerson(),
    withoutPassword: await aPerson({ password: null }),
    closed: await aPerson({ closed: true }),
    nobody: { email: "nobody.here@marque.test" },
  };
  const queries = vi.spyOn(dbPool(), "query");
  for (const [name, { email }] of Object.entries(cases)) {
    queries.mockClear();
    vi.mocked(verify).mockClear();
    await signInWithPassword(db(), email, "not the password", aBrowser());
    expect(queries, name).toHaveBeenCalledTimes(3);
    expect(verify, name).toHaveBeenCalledTimes(1);
    const hash = vi.mocked(verify).mock.lastCall?.[0];
    expect(hash, name).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
  queries.mockRestore();
});

test("of a hundred wrong tries ten are looked at, and then not even the right one", async () => {
  const person = await aPerson();
  const tries = await Promise.all(
    Array.from({ length: 100 }, () => signInWithPassword(db(), person.email, "wrong", aBrowser())),
  );
  expect(tries.filter((answer) => !answer.ok && answer.refusal === "wrong")).toHaveLength(10);
  const refused = await signInWithPassword(db(), person.email, person.password, aBrowser());
  if (refused.ok || refused.refusal !== "too-many") throw new Error("was let in");
  const wait = refused.retryAt.getTime() - Date.now();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(15 * 60_000);
});

test("an address without an account is limited like any other", async () => {
  const tries = [];
  for (let round = 0; round < 11; round++) {
    tries.push(await signInWithPassword(db(), "no-one@marque.test", "wrong", aBrowser()));
  }
  expect(tries.at(-1)).toMatchObject({ ok: false, refusal: "too-many" });
});

test("a right password starts the count of the account anew", async () => {
  const person = await aPerson();
  for (let round = 0; round < 3; round++) {
    for (let wrong = 0; wrong < 9; wrong++) {
      await signInWithPassword(db(), person.email, "wrong", aBrowser());
    }
    const answer = await signInWithPassword(db(), person.email, person.password, aBrowser());
    expect(answer.ok).toBe(true);
  }
});

test("guessing at many accounts from one place is stopped, whatever is changed in an IPv6 network", async () => {
  const tries = await Promise.all(
    Array.from({ length: 80 }, (_, index) =>
      signInWithPassword(db(), `victim${index}@marque.test`, "wrong", {
        ...aBrowser(),
        address: `2001:db8:9:9::${index.toString(16)}`,
      }),
    ),
  );
  expect(tries.filter((answer) => !answer.ok && answer.refusal === "wrong")).toHaveLength(60);
});

test("signing in ends the session that the browser came with: a planted token is worth nothing", async () => {
  const attacker = await aPerson();
  const victim = await aPerson();
  const planted = await signInWithPassword(db(), attacker.email, attacker.password, aBrowser());
  if (!planted.ok) throw new Error(planted.refusal);
  const own = await signInWithPassword(db(), victim.email, victim.password, {
    ...aBrowser(),
    token: planted.token,
  });
  if (!own.ok) throw new Error(own.refusal);
  expect(own.token).not.toBe(planted.token);
  expect(await loadSession(db(), planted.token)).toBeNull();
  expect((await loadSession(db(), own.token))?.person.id).toBe(victim.id);
});
