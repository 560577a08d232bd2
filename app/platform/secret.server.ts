import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";
import { singleton } from "./singleton.server.ts";

const kept = () => singleton<{ secret?: string }>("secret", () => ({}));

/**
 * The secret that this installation signs with: SESSION_SECRET, or on the embedded database one that
 * was made with the club and stays with its data.
 */
async function secret(): Promise<string> {
  const memory = kept();
  memory.secret ??=
    env().SESSION_SECRET ?? (await db().club.findUnique({ where: { id: 1 } }))?.fallbackSecret;
  if (!memory.secret) throw new Error("There is no club yet: call ensureClub() first.");
  return memory.secret;
}

/**
 * HMAC-SHA-256 under the installation's secret. `purpose` keeps what is signed for one use from
 * being accepted for another.
 */
export async function sign(purpose: string, content: string): Promise<Buffer> {
  return createHmac("sha256", await secret())
    .update(`${purpose}\n${content}`)
    .digest();
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what has to be read again (AES-256-GCM), under a key of its own for each purpose.
 *
 * @param bound what it belongs to: opened for anything else, it fails.
 * @returns nonce, tag and the encrypted bytes, one after the other.
 */
export async function seal(purpose: string, plain: string, bound: string): Promise<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", await sealingKey(purpose), nonce);
  cipher.setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

/**
 * Opens what {@link seal} closed.
 *
 * @throws Error where it was changed, or closed for something else or under another secret.
 */
export async function unseal(purpose: string, sealed: Uint8Array, bound: string): Promise<string> {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", await sealingKey(purpose), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([plain, decipher.final()]).toString("utf8");
}

const sealingKey = (purpose: string) => sign("sealing-key", purpose);
