import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. 2 is Algorithm.Argon2id. */
export const PASSWORD_COST = {
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/**
 * The hash of a random password that nobody was told. Tried where there is no account or no password,
 * so that such an answer takes as long as any other.
 */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$4LuAu1+nRnVoO6IVUMR9oQ$ru0rbTXyEBdOfdSM+dXVg9nc1sEL0SCQIad65enx494";

/** Hashes a password that passed {@link judgePassword}. About 20 ms of one core. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PASSWORD_COST);
}

/**
 * Whether a password is the one that was hashed. Takes the same time where there is no hash.
 *
 * @param passwordHash null when the person has no password, or there is no such person.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS, password);
  return right && passwordHash !== null;
}
