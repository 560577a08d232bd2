import { isStaff, type Role } from "#app/modules/access/roles.ts";
import type { Db } from "#app/platform/db.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { meetBrowser } from "./meet-browser.server.ts";
import { absoluteEnd } from "./session-ends.ts";
import { newToken, tokenHash } from "./session-token.server.ts";

/** The browser that signs in. */
export type Browser = {
  userAgent: string;
  address: string;
  /** The token it came with, if any: its session ends, so that nobody else's can be taken over. */
  token: string | null;
  /** What it kept of earlier sign-ins, if any: it is no stranger then. */
  known: string | null;
};

/** By what somebody signs in. */
export type Proof = {
  method: "password" | "code" | "passkey" | "joining";
  /** The method counts as two factors, or a second one was given with it. */
  secondFactor: boolean;
};

export type OpenedSession = {
  personId: number;
  token: string;
  endsAt: Date;
  /** For the browser to keep, so that it is known the next time. */
  known: string;
  roles: Role[];
  isMember: boolean;
  hasAuthenticator: boolean;
  hasPasskey: boolean;
  secondFactorGiven: boolean;
};

/**
 * Signs a browser in as a person, always under a new token. Where the person has a second factor that was
 * not given yet, the session opens nothing but the page that asks for it.
 */
export async function openSession(
  db: Db,
  personId: number,
  browser: Browser,
  proof: Proof,
): Promise<OpenedSession> {
  const token = newToken();
  if (browser.token) await db.session.deleteMany({ where: { id: tokenHash(browser.token) } });
  const [row] = await db.$queryRaw<Facts[]>`
    select now() as now,
           array(select role from role_grant where person_id = ${personId} order by role) as roles,
           exists(select from member where person_id = ${personId}) as "isMember",
           exists(select from authenticator
                  where person_id = ${personId} and confirmed_at is not null) as "hasAuthenticator",
           exists(select from passkey where person_id = ${personId}) as "hasPasskey",
           (select password_by_inbox from person where id = ${personId}) as "passwordByInbox"`;
  const { now, passwordByInbox, ...facts } = row as Facts;
  const { roles } = facts;
  const endsAt = absoluteEnd(now, isStaff(roles));
  await db.session.create({
    data: {
      id: tokenHash(token),
      personId,
      userAgent: browser.userAgent.slice(0, 300),
      address: browser.address.slice(0, 64),
      createdAt: now,
      seenAt: now,
      endsAt,
      method: proof.method,
      confirmedAt: provesThatItIsThem(proof, { ...facts, passwordByInbox }) ? now : NEVER,
      secondFactorAt: proof.secondFactor ? now : null,
    },
  });
  noteSecurity({ event: "signed-in", person: personId, address: browser.address, ...proof });
  const known = await meetBrowser(db, personId, browser, now);
  return { personId, token, endsAt, known, ...facts, secondFactorGiven: proof.secondFactor };
}

/** For a session whose owner has still to prove that it is them before anything sensitive. */
const NEVER = new Date(0);

/**
 * Whether signing in also opens the pages that want a recent proof. A code by e-mail, or a password that
 * came by one, does not for whoever has something stronger than an inbox: `reauthenticationMethods` would not take one from them either.
 */
function provesThatItIsThem(
  { method, secondFactor }: Proof,
  { hasAuthenticator, hasPasskey, passwordByInbox }: Omit<Facts, "now" | "roles" | "isMember">,
): boolean {
  const byInbox = method === "password" ? passwordByInbox : method !== "passkey";
  return secondFactor || !byInbox || !(hasAuthenticator || hasPasskey);
}

type Facts = {
  now: Date;
  roles: Role[];
  isMember: boolean;
  hasAuthenticator: boolean;
  hasPasskey: boolean;
  passwordByInbox: boolean;
};
