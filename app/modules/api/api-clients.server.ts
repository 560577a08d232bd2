import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { ApiClient, ApiScope } from "./api-client.ts";

/** Keys begin so, which lets scanners of leaked secrets know them. */
const PREFIX = "mq_";
const KEY = /^mq_[A-Za-z0-9_-]{43}$/;
/** `last_used_at` is for people: to the minute is enough, and spares a write at every call. */
const USE_NOTED_EVERY_MS = 60_000;

/** Who makes or ends a key: an admin on a page, or nobody who is signed in, at the command line. */
type By = Partial<Actor>;

/** Gives a program a key. It is shown this once; only its hash is kept. */
export async function createApiClient(
  name: string,
  scopes: ApiScope[],
  { by, address }: By = {},
): Promise<{ id: number; key: string }> {
  const key = PREFIX + randomBytes(32).toString("base64url");
  const id = await db().$transaction(async (tx) => {
    const client = await tx.apiClient.create({
      data: {
        name,
        scopes,
        keyHash: hashOf(key),
        keyHint: `${PREFIX}…${key.slice(-4)}`,
        createdBy: by,
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by ?? null,
      action: "api-key.made",
      subject: `api-client:${client.id}`,
      detail: { name, scopes: scopes.join(" ") },
      address,
    });
    return client.id;
  });
  return { id, key };
}

/** Ends a key at once. False when there is no such client, or its key had ended already. */
export async function revokeApiClient(id: number, { by, address }: By = {}): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.apiClient.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(), revokedBy: by },
    });
    if (count === 0) return false;
    await writeAudit(tx, {
      personId: by ?? null,
      action: "api-key.ended",
      subject: `api-client:${id}`,
      address,
    });
    return true;
  });
}

/** All clients, those that may still call first; of a key only its end is shown. */
export function listApiClients() {
  return db().apiClient.findMany({
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    omit: { keyHash: true },
  });
}

/**
 * The client whose key this is, or null. The key is 256 random bits, so a plain hash of it keeps it, and
 * the look-up by hash tells nothing by its time.
 */
export async function findApiClient(key: string): Promise<ApiClient | null> {
  if (!KEY.test(key)) return null;
  const found = await db().apiClient.findUnique({ where: { keyHash: hashOf(key) } });
  if (!found || found.revokedAt !== null) return null;
  const { id, name, scopes, lastUsedAt } = found;
  const now = new Date();
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > USE_NOTED_EVERY_MS) {
    await db().apiClient.update({ where: { id }, data: { lastUsedAt: now }, select: { id: true } });
  }
  return { id, name, scopes };
}

function hashOf(key: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(key).digest());
}
