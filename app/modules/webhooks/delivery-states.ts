/** `waiting`: to be sent, now or once a pause is over. `failed`: given up, until somebody sends it again. */
export type DeliveryState = "waiting" | "sent" | "failed";

/** Why a message was not taken. */
export const FAILURES = [
  /** The name leads nowhere, or nobody could be asked. */
  "dns",
  /** It leads into a network of one's own: nothing was sent. */
  "address",
  /** Nobody answers there, or the connection broke. */
  "connection",
  /** Whoever answers cannot prove to be who they should be. */
  "tls",
  "timeout",
  /** Told to go elsewhere, which is not followed. */
  "redirect",
  /** Answered, but not with a status of 200 to 299. */
  "status",
  /** The endpoint was off. */
  "off",
  /** The secret cannot be read: the club's own secret is another one since. */
  "secret",
] as const;
export type Failure = (typeof FAILURES)[number];

/** Why an endpoint is off: by hand, since it said 410, or since nothing got through for days. */
export type OffReason = "by-hand" | "gone" | "failing";
