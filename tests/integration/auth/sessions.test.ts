import { expect, test, vi } from "vitest";
import { endAllSessions, endSession } from "#app/modules/auth/end-session.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { signPeopleOut } from "#app/modules/auth/sign-people-out.server.ts";
import { sweepAuth } from "#app/modules/auth/sweep-auth.server.ts";
import { db, dbPool } from "#app/platform/db.server.ts";
import { consumeAttempt, sweepAttempts } from "#app/platform/rate-limit.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, BY_PASSWORD } from "../../support/people.ts";

testDatabase();

const open = async (personId: number) =>
  (await openSession(db(), personId, aBrowser(), BY_PASSWORD)).token;

/** As if everything about the session had happened this much earlier. */
async function age(personId: number, column: "seen" | "created", hours: number): Promise<void> {
  if (column === "seen") {
    await db()
      .$executeRaw`update session set seen_at = seen_at - make_interval(hours => ${hours}) where person_id = ${personId}`;
  } else {
    await db()
      .$executeRaw`update session set created_at = created_at - make_interval(hours => ${hours}), ends_at = ends_at - make_interval(hours => ${hours}) where person_id = ${personId}`;
  }
}

test("a session that was ended fails at once, and only that one", async () => {
  const { id } = await aPerson();
  const [here, there] = [await open(id), await open(id)];
  await endSession(db(), here);
  expect(await loadSession(db(), here)).toBeNull();
  expect(await loadSession(db(), there)).not.toBeNull();
  await endAllSessions(db(), id);
  expect(await loadSession(db(), there)).toBeNull();
});

test("at the console one person is signed out everywhere, or everybody, and it is written down", async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  const [hers, his] = [await open(one.id), await open(two.id)];
  expect(await signPeopleOut(db(), one.email)).toBe(1);
  expect([await loadSession(db(), hers), (await loadSession(db(), his)) !== null]).toEqual([
    null,
    true,
  ]);
  await signPeopleOut(db(), null);
  expect(await loadSession(db(), his)).toBeNull();
  const lines = await db().auditEntry.findMany({ where: { action: "sessions.ended" } });
  expect(lines.map(({ subject }) => subject)).toEqual([`person:${one.id}`, "person:everybody"]);
});

test("who asks is found out in one query", async () => {
  const { id } = await aPerson({ roles: ["desk", "finance"] });
  const token = await open(id);
  const queries = vi.spyOn(dbPool(), "query");
  expect((await loadSession(db(), token))?.roles).toEqual(["desk", "finance"]);
  expect(queries).toHaveBeenCalledTimes(1);
  queries.mockRestore();
});

test("a closed account is out at once", async () => {
  const { id } = await aPerson();
  const token = await open(id);
  await db().person.update({ where: { id }, data: { closedAt: new Date() } });
  expect(await loadSession(db(), token)).toBeNull();
});

test("a role given or taken counts from the next page on", async () => {
  const { id } = await aPerson();
  const token = await open(id);
  await db().roleGrant.create({ data: { personId: id, role: "finance" } });
  expect((await loadSession(db(), token))?.roles).toEqual(["finance"]);
  await db().roleGrant.deleteMany({ where: { personId: id } });
  expect((await loadSession(db(), token))?.roles).toEqual([]);
});

test("an owner's unused session ends after 30 days, staff's after twelve hours", async () => {
  const [owner, staff] = [await aPerson(), await aPerson({ roles: ["sales"] })];
  const tokens = { owner: await open(owner.id), staff: await open(staff.id) };
  await age(owner.id, "seen", 13);
  await age(staff.id, "seen", 13);
  expect(await loadSession(db(), tokens.owner)).not.toBeNull();
  expect(await loadSession(db(), tokens.staff)).toBeNull();
  await age(owner.id, "seen", 30 * 24);
  expect(await loadSession(db(), tokens.owner)).toBeNull();
});

test("a session in use ends all the same: owners' after 180 days, staff's after 24 hours", async () => {
  const [owner, staff] = [await aPerson(), await aPerson({ roles: ["desk"] })];
  const tokens = { owner: await open(owner.id), staff: await open(staff.id) };
  await age(owner.id, "created", 24);
  await age(staff.id, "created", 24);
  expect(await loadSession(db(), tokens.owner)).not.toBeNull();
  expect(await loadSession(db(), tokens.staff)).toBeNull();
  await age(owner.id, "created", 179 * 24);
  expect(await loadSession(db(), tokens.owner)).toBeNull();
});

test("being seen is written down after five minutes, not at every page", async () => {
  const { id } = await aPerson();
  const token = await open(id);
  const seenAt = async () =>
    (await db().session.findFirstOrThrow({ where: { personId: id } })).seenAt;
  const first = await seenAt();
  await loadSession(db(), token);
  expect(await seenAt()).toEqual(first);
  await age(id, "seen", 1);
  await loadSession(db(), token);
  expect((await seenAt()).getTime()).toBeGreaterThanOrEqual(first.getTime());
});

test.each(["", "nonsense", "A".repeat(43), "'; drop table session; --"])(
  "%j is nobody's token",
  async (token) => {
    expect(await loadSession(db(), token)).toBeNull();
  },
);

test("the sweep takes what has ended and leaves what has not", async () => {
  const { id, email } = await aPerson();
  await open(id);
  await open(id);
  await db()
    .$executeRaw`update session set ends_at = now() where id = (select min(id) from session where person_id = ${id})`;
  await db().$executeRaw`insert into email_code (email, purpose, code_hash, expires_at)
    values (${email}, 'sign-in', '\\x00', now() - interval '2 days'), (${email}, 'sign-in', '\\x00', now())`;
  await consumeAttempt({ name: "over", turns: 1, seconds: 1 }, "x");
  await consumeAttempt({ name: "running", turns: 1, seconds: 600 }, "x");
  await db().$executeRaw`update rate_limit set expire = 1 where key like 'over:%'`;
  await sweepAuth(db());
  await sweepAttempts(db());
  expect(await db().session.count({ where: { personId: id } })).toBe(1);
  expect(await db().emailCode.count({ where: { email } })).toBe(1);
  expect((await db().rateLimit.findMany()).map(({ key }) => key.split(":")[0])).toEqual([
    "running",
  ]);
});
