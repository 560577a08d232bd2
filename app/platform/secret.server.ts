import { createHmac } from "node:crypto";
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
  if (!memory.secret) throw new Error("There is no club yet, and SESSION_SECRET is not set.");
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
