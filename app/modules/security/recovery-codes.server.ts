import { randomInt } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { PASSWORD_COST } from "#app/modules/auth/passwords.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { sign } from "#app/platform/secret.server.ts";

const COUNT = 10;
/** Crockford's letters: none is taken for another. Ten of them are 50 bits. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 10;

/**
 * Makes ten new recovery codes; those before are no longer good.
 *
 * @returns them as they are shown, once: `xxxxx-xxxxx`.
 */
export async function newRecoveryCodes(tx: Db, personId: number): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  const hashes = await Promise.all(codes.map((code) => codeHash(personId, code)));
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ personId, codeHash: hash })) });
  return codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`);
}

/**
 * Tries a recovery code, and uses it up if it is right, in one statement: entered twice at once it is right
 * once.
 *
 * @param code as `recoveryCode` of forms.ts gives it: ten letters, no hyphen.
 */
export async function verifyRecoveryCode(tx: Db, personId: number, code: string): Promise<boolean> {
  const hash = await codeHash(personId, code);
  const used = await tx.$executeRaw`
    update recovery_code set used_at = now()
    where person_id = ${personId} and code_hash = ${hash} and used_at is null`;
  return used === 1;
}

const newCode = () =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/**
 * Hashed as slowly as a password, since 50 bits could be tried through (OWASP ASVS 5.0, 6.5.2). The salt is
 * the person's, made with the installation's secret: one hash finds the code among the ten, and a stolen
 * table alone lets nobody try any.
 */
async function codeHash(personId: number, code: string): Promise<Buffer<ArrayBuffer>> {
  const salt = (await sign("recovery-code", String(personId))).subarray(0, 16);
  return Buffer.from(await hashRaw(code, { ...PASSWORD_COST, salt }));
}
