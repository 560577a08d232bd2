import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { consumeCodeAttempt } from "#app/modules/auth/code-attempt.server.ts";
import { verifyCode } from "#app/modules/auth/codes.server.ts";
import { REAUTHENTICATION_ATTEMPTS } from "#app/modules/auth/limits.ts";
import { normalisePassword } from "#app/modules/auth/password-rules.ts";
import { verifyPassword } from "#app/modules/auth/passwords.server.ts";
import { type RenewedSession, renewSession } from "#app/modules/auth/renew-session.server.ts";
import { consumeAttempt, resetAttempts } from "#app/platform/rate-limit.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { verifyAuthenticatorCode } from "./authenticator-code.server.ts";
import {
  type ReauthenticationMethod,
  reauthenticationMethods,
} from "./reauthentication-methods.ts";
import { consumeSecondFactorAttempt } from "./second-factor-attempt.server.ts";
import { verifyPasskey } from "./verify-passkey.server.ts";

/** Who confirms, and from where. */
export type Reauthenticating = { personId: number; sessionId: string; address: string };

/** What they prove it with. */
export type ReauthenticationProof =
  | { way: "password"; password: string }
  | { way: "authenticator"; code: string }
  | { way: "code"; code: string }
  | { way: "passkey"; token: string | null; response: AuthenticationResponseJSON };

export type ReauthenticationAnswer =
  | { ok: true; session: RenewedSession }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Confirms that it is still the person who signed in, by whatever they have for it. The session gets a new
 * token, and sensitive pages open for a while. A way that is not theirs is a wrong one.
 */
export async function reauthenticate(
  db: PrismaClient,
  who: Reauthenticating,
  proof: ReauthenticationProof,
): Promise<ReauthenticationAnswer> {
  const person = await loadMeans(db, who.personId);
  if (!person.ways.includes(proof.way)) return WRONG;
  const judgement = await judge(db, who, person, proof);
  if (!judgement.ok) {
    const { personId, address } = who;
    noteSecurity({ event: "proof-refused", proof: proof.way, person: personId, address });
    return judgement;
  }
  const secondFactor = proof.way === "passkey" || proof.way === "authenticator";
  const session = await renewSession(db, who.sessionId, { secondFactor });
  return session ? { ok: true, session } : WRONG;
}

type Judgement = { ok: true } | Exclude<ReauthenticationAnswer, { ok: true }>;
type Person = { email: string | null; passwordHash: string | null; ways: ReauthenticationMethod[] };

async function judge(
  db: PrismaClient,
  { personId, address }: Reauthenticating,
  { email, passwordHash }: Person,
  proof: ReauthenticationProof,
): Promise<Judgement> {
  switch (proof.way) {
    case "password": {
      const subject = `person ${personId}`;
      const turn = await consumeAttempt(REAUTHENTICATION_ATTEMPTS, subject);
      if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
      if (!(await verifyPassword(passwordHash, normalisePassword(proof.password)))) return WRONG;
      await resetAttempts(REAUTHENTICATION_ATTEMPTS, subject);
      return RIGHT;
    }
    case "authenticator": {
      const turn = await consumeSecondFactorAttempt(personId, address);
      if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
      const right = await db.$transaction((tx) =>
        verifyAuthenticatorCode(tx, personId, proof.code),
      );
      if (!right) return WRONG;
      await turn.wasRight();
      return RIGHT;
    }
    case "code": {
      if (!email) return WRONG;
      const turn = await consumeCodeAttempt(`person ${personId}`, address);
      if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
      if (!(await verifyCode(db, email, "confirm", proof.code))) return WRONG;
      await turn.giveBack();
      return RIGHT;
    }
    case "passkey": {
      const asked = { purpose: "confirm", token: proof.token, personId } as const;
      return (await verifyPasskey(db, asked, proof.response)) === null ? WRONG : RIGHT;
    }
  }
}

const RIGHT = { ok: true } as const;
const WRONG = { ok: false, refusal: "wrong" } as const;

/** By what somebody may confirm, with what that takes. */
async function loadMeans(db: PrismaClient, personId: number): Promise<Person> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      email: true,
      passwordHash: true,
      passwordByInbox: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  });
  const ways = reauthenticationMethods({
    hasPassword: person.passwordHash !== null && !person.passwordByInbox,
    hasAuthenticator: person.authenticator?.confirmedAt != null,
    hasPasskey: person._count.passkeys > 0,
  });
  return { email: person.email, passwordHash: person.passwordHash, ways };
}

/** The ways in which somebody may confirm that it is them, the best first. */
export async function loadReauthenticationMethods(
  db: PrismaClient,
  personId: number,
): Promise<ReauthenticationMethod[]> {
  return (await loadMeans(db, personId)).ways;
}
