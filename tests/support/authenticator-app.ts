import { generateTOTP } from "@epic-web/totp";
import { loadSession, type SignedIn } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { beginAuthenticator } from "#app/modules/security/begin-authenticator.server.ts";
import { confirmAuthenticator } from "#app/modules/security/confirm-authenticator.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aBrowser, BY_PASSWORD } from "./people.ts";

/** What an app shows for a secret at the present moment, faked clocks included. */
export async function codeShown(secret: string): Promise<string> {
  return (await generateTOTP({ secret })).otp;
}

/** A code that the app shows neither now nor for half a minute on either side. */
export async function wrongCode(secret: string): Promise<string> {
  const right = await codeShown(secret);
  return String((Number(right) + 1_234) % 1_000_000).padStart(6, "0");
}

/** Signs somebody in by password alone, without asking for one. */
export async function signInHalf(personId: number): Promise<SignedIn & { token: string }> {
  const { token } = await openSession(db(), personId, aBrowser(), BY_PASSWORD);
  const session = await loadSession(db(), token);
  if (!session) throw new Error("The session does not hold.");
  return { ...session, token };
}

/** Sets an authenticator up for somebody; the code that confirmed it is used. */
export async function setUpAuthenticator(personId: number) {
  const fresh = await beginAuthenticator(db(), personId, { club: "Club", account: "me" });
  if (!fresh) throw new Error("There is one already.");
  const { sessionId } = await signInHalf(personId);
  const code = await codeShown(fresh.secret);
  const answer = await confirmAuthenticator(db(), { personId, sessionId }, code);
  if (!answer.ok) throw new Error(answer.refusal);
  return { secret: fresh.secret, recoveryCodes: answer.recoveryCodes, token: answer.session.token };
}

/** The letters of a kind that were written to somebody, by what they tell. */
export async function lettersTo(personId: number, template: string): Promise<unknown[]> {
  const letters = await db().mail.findMany({
    where: { personId, template },
    orderBy: { id: "asc" },
  });
  return letters.map(({ props }) => props);
}
