import { Webhook } from "standardwebhooks";

/** What is told, as it is kept. */
export type KeptEvent = {
  id: number;
  token: string;
  type: string;
  data: unknown;
  happenedAt: Date;
};

/** The body of a message, the same to the byte however often it is sent. */
export function bodyOf({ id, token, type, data, happenedAt }: KeptEvent): string {
  const timestamp = happenedAt.toISOString();
  return JSON.stringify({ id: token, type, timestamp, sequence: id, data });
}

/**
 * The headers by which whoever has the secret knows that a message is ours, and new (Standard Webhooks 1.0).
 *
 * @param secrets each signs: the one that counts, and for a while the one before it.
 * @param now of the attempt: a message that is sent again is signed again.
 */
export function signedHeaders(
  { token, body }: { token: string; body: string },
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  return {
    "webhook-id": token,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": secrets
      .map((secret) => new Webhook(secret).sign(token, now, body))
      .join(" "),
  };
}
