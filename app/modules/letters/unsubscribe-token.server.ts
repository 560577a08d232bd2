import { timingSafeEqual } from "node:crypto";
import { appOrigin } from "#app/platform/env.server.ts";
import { sign } from "#app/platform/secret.server.ts";
import { isNotificationKind, type NotificationKind } from "./notification-kinds.ts";

/** Whose letters of which kind. */
export type Subscription = { personId: number; kind: NotificationKind };

/**
 * What a letter's link ends in: enough to stop letters of its kind, and good for nothing else. It does not
 * end, since a letter may be opened years later; it opens no page about anybody.
 */
export async function unsubscribeToken({ personId, kind }: Subscription): Promise<string> {
  return `${personId}.${kind}.${(await seal({ personId, kind })).toString("base64url")}`;
}

/** Where letters of this kind are stopped, as an absolute address. */
export async function unsubscribeLink(subscription: Subscription): Promise<string> {
  return `${appOrigin()}/letters/unsubscribe/${await unsubscribeToken(subscription)}`;
}

/** Reads a link's token; null for one that this installation did not make. */
export async function readUnsubscribeToken(token: string): Promise<Subscription | null> {
  const [, digits, kind, signature] =
    /^([1-9]\d{0,8})\.([a-z-]{1,40})\.([\w-]{43})$/.exec(token) ?? [];
  if (!digits || !kind || !signature || !isNotificationKind(kind)) return null;
  const subscription = { personId: Number(digits), kind };
  const given = Buffer.from(signature, "base64url");
  return timingSafeEqual(given, await seal(subscription)) ? subscription : null;
}

const seal = ({ personId, kind }: Subscription) => sign("unsubscribe", `${personId}\n${kind}`);
