import { createHash, randomBytes } from "node:crypto";
import { db } from "#app/platform/db.server.ts";
import type { ApiClient, ApiScope } from "./api-client.ts";

/** Keys begin so, which lets scanners of leaked secrets know them. */
const PREFIX = "mq_";
const KEY = /^mq_[A-Za-z0-9_-]{43}$/;
/** `last_used_at` is for people: to the minute is enough, and spares a write at every call. */
const USE_NOTED_EVERY_MS = 60_000;

/** Gives a program a key. It is shown this once; only its hash is kept. */
export async function createApiClient(
  name: string,
  scopes: ApiScope[],
): Promise<{ id: number; key: string }> {
  const key = PREFIX + randomBytes(32).toString("base64url");
  const { id } = await db().apiClient.create({
    data: { name, scopes, keyHash: hashOf(key), keyHint: `${PREFIX}…${key.slice(-4)}` },
    select: { id: true },
  });
  return { id, key };
}

/** Ends a key at once. False when there is no such client, or its key had ended already. */
export async function revokeApiClient(id: number): Promise<boolean> {
  const { count } = await db().apiClient.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

/** All clients, for the command line; of a key only its end is shown. */
export function listApiClients() {
  return db().apiClient.findMany({
    orderBy: { id: "asc" },
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
