/**
 * By which a lead that comes in twice is known: the form's key, of its referrer and about one friend. Whoever goes back
 * to a form that was sent and types another friend into it hands in another lead; under somebody else's key one finds
 * nothing.
 */
export const leadRequestKey = (
  { referrerId, requestKey }: { referrerId: number; requestKey: string },
  phoneHash: Uint8Array,
): string => `${referrerId}:${requestKey}:${Buffer.from(phoneHash).toString("hex").slice(0, 16)}`;

/** The request key of a lead that another program hands in. */
export const apiRequestKey = ({ clientId, key }: { clientId: number; key: string }): string =>
  `api:${clientId}:${key}`;

/** Reads from a lead's key which request of another program it came with; null where it came otherwise. */
export function readApiKey(leadKey: string): { clientId: number; key: string } | null {
  const [, clientId, key] = /^\d+:api:(\d+):(.*):[0-9a-f]{16}$/.exec(leadKey) ?? [];
  return clientId && key ? { clientId: Number(clientId), key } : null;
}
