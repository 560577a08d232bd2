import type { Db } from "#app/platform/db.server.ts";
import { isStaff, type Role } from "./roles.ts";
import { absoluteEnd } from "./session-ends.ts";
import { newToken, tokenHash } from "./session-token.server.ts";

/** The browser that signs in. */
export type Browser = {
  userAgent: string;
  address: string;
  /** The token it came with, if any: its session ends, so that nobody else's can be taken over. */
  token: string | null;
};

/** By what somebody signs in. */
export type Proof = {
  method: "password" | "code" | "passkey" | "joining";
  /** The method counts as two factors, or a second one was given with it. */
  secondFactor: boolean;
};

export type OpenedSession = { token: string; endsAt: Date; roles: Role[] };

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
  const [facts] = await db.$queryRaw<{ now: Date; roles: Role[] }[]>`
    select now() as now,
           array(select role from role_grant where person_id = ${personId} order by role) as roles`;
  const { now, roles } = facts as { now: Date; roles: Role[] };
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
      confirmedAt: now,
      secondFactorAt: proof.secondFactor ? now : null,
    },
  });
  return { token, endsAt, roles };
}
