import { timingSafeEqual } from "node:crypto";
import { sign } from "#app/platform/secret.server.ts";

/**
 * What a letter's link ends in: enough to answer for one party, and good for nothing else. It says which party by a
 * number that tells nobody anything, and is not kept anywhere.
 */
export async function surveyToken(registrationId: number): Promise<string> {
  return `${registrationId}.${(await seal(registrationId)).toString("base64url")}`;
}

/** Reads a link's token; null for one that this installation did not make. */
export async function readSurveyToken(token: string): Promise<number | null> {
  const [, digits, signature] = /^([1-9]\d{0,8})\.([\w-]{43})$/.exec(token) ?? [];
  if (!digits || !signature) return null;
  const given = Buffer.from(signature, "base64url");
  const registrationId = Number(digits);
  return timingSafeEqual(given, await seal(registrationId)) ? registrationId : null;
}

const seal = (registrationId: number) => sign("survey", String(registrationId));
