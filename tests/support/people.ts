import { randomInt } from "node:crypto";
import type { Role } from "#app/modules/access/roles.ts";
import type { Browser, Proof } from "#app/modules/auth/open-session.server.ts";
import { hashPassword } from "#app/modules/auth/passwords.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { db } from "#app/platform/db.server.ts";

export type TestPerson = { id: number; name: string; email: string; password: string };
export type TestMember = TestPerson & { memberId: number; accountId: number; number: string };

type Wanted = Partial<{
  name: string;
  email: string;
  password: string | null;
  roles: Role[];
  locale: string | null;
  closed: boolean;
}>;

let people = 0;
const password = "tidy otter fences rain";
/** Hashed once: a hundred people with one password are quick to make. */
let passwordHash: Promise<string> | undefined;

/** A person who can sign in with `password`. */
export async function aPerson(wanted: Wanted = {}): Promise<TestPerson> {
  people += 1;
  passwordHash ??= hashPassword(password);
  const person = await db().person.create({
    data: {
      name: wanted.name ?? `Person ${people}`,
      email: wanted.email ?? `person${people}.${randomInt(1e9)}@marque.test`,
      locale: wanted.locale === undefined ? "en" : wanted.locale,
      passwordHash: wanted.password === null ? null : await passwordHash,
      closedAt: wanted.closed ? new Date() : null,
      roles: { create: (wanted.roles ?? []).map((role) => ({ role })) },
    },
  });
  return { id: person.id, name: person.name, email: person.email as string, password };
}

/** A member with an account in the ledger that holds nothing yet. */
export async function aMember(wanted: Wanted = {}): Promise<TestMember> {
  const person = await aPerson(wanted);
  const owner = `member:${person.id}`;
  const accountId = (await openAccounts(db(), [owner])).get(owner) as number;
  const member = await db().member.create({
    data: {
      personId: person.id,
      number: `M${String(10_000_000 + person.id)}`,
      programme: "home",
      accountId,
      joinedOn: new Date("2024-03-01"),
      cardToken: `card-${person.id}`,
    },
  });
  return { ...person, memberId: member.id, accountId, number: member.number };
}

/**
 * Gives somebody an authenticator that nobody has: at the dealership everybody must have a second factor,
 * and a session opened with one holds only while there is one.
 */
export async function withAuthenticator(personId: number): Promise<void> {
  await db().authenticator.create({
    data: { personId, secret: Buffer.from("not a secret"), confirmedAt: new Date() },
  });
}

/** How most people sign in. */
export const BY_PASSWORD: Proof = { method: "password", secondFactor: false };

let addresses = 0;

/** A browser at an address of its own, so that no test uses up another's tries. */
export function aBrowser(): Browser {
  addresses += 1;
  return {
    userAgent: "test",
    address: `10.1.${addresses >> 8}.${addresses & 255}`,
    token: null,
    known: null,
  };
}
