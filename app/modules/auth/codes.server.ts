import { randomInt } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";
import { sign } from "#app/platform/secret.server.ts";

/** What a code by e-mail is good for; one made for one purpose is worth nothing for another. */
export const CODE_PURPOSES = [
  "sign-in",
  "set-password",
  "join",
  "refer",
  "confirm",
  "change-email",
] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

const CODE_MINUTES = 10;
const CODE_TRIES_EACH = 5;

/**
 * Makes the one live code of an e-mail address for a purpose; an earlier one is no longer good.
 *
 * @returns the six digits, which only the letter may hold, and when they end.
 */
export async function makeCode(
  db: Db,
  email: string,
  purpose: CodePurpose,
): Promise<{ code: string; expiresAt: Date }> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const hash = await codeHash(email, purpose, code);
  const [made] = await db.$queryRaw<{ expires_at: Date }[]>`
    insert into email_code (email, purpose, code_hash, expires_at)
    values (${email}, ${purpose}, ${hash}, now() + make_interval(mins => ${CODE_MINUTES}))
    returning expires_at`;
  return { code, expiresAt: (made as { expires_at: Date }).expires_at };
}

/**
 * Tries a code, and uses it up if it is right. Only the latest code counts, so there is never more
 * than one to guess at. The try is counted and judged in one statement under the row's lock: any
 * number of tries at once are that many tries, and a code is right once.
 *
 * @param known the browser is one of the account's owner: its tries are limited by themselves (`limits.ts`),
 *   and those of strangers, who have five between them, do not end the code for it.
 */
export async function verifyCode(
  db: Db,
  email: string,
  purpose: CodePurpose,
  code: string,
  known = false,
): Promise<boolean> {
  const hash = await codeHash(email, purpose, code);
  const rows = await db.$queryRaw<{ is_right: boolean }[]>`
    update email_code
    set tries = tries + ${known ? 0 : 1}, used_at = case when code_hash = ${hash} then now() end
    where id = (select max(id) from email_code where email = ${email} and purpose = ${purpose})
      and used_at is null and (${known} or tries < ${CODE_TRIES_EACH}) and expires_at > now()
    returning used_at is not null as is_right`;
  return rows[0]?.is_right ?? false;
}

/** Codes are short, so they are hashed under the installation's secret: a stolen table gives none away. */
const codeHash = (email: string, purpose: CodePurpose, code: string) =>
  sign("email-code", `${purpose}\n${email}\n${code}`);
