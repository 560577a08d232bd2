import { createHash, randomBytes } from "node:crypto";

/** A new session's token: 32 random bytes in base64url, 43 characters. Known to the browser alone. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token. It is random, so a plain SHA-256 cannot be guessed back. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
