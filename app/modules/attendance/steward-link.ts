/** A steward marks who comes by their code; a supervisor also searches by name and lets people in. */
export const stewardRoles = ["steward", "supervisor"] as const;
export type StewardRole = (typeof stewardRoles)[number];

/**
 * What a link still does. `open`: everything. `sending`: the day is over, and what was marked may still arrive.
 * `over`: nothing.
 */
export type StewardLinkState = "open" | "sending" | "over";

/** For so long after the day a phone that was without a network can send what it marked. */
export const SENDING_DAYS = 3;

/** @param link.endsAt the first instant after the event's last day. */
export function linkStateAt(
  link: { revokedAt: Date | null; endsAt: Date; cancelled: boolean },
  now: Date,
): StewardLinkState {
  if (link.revokedAt !== null) return "over";
  if (now < link.endsAt) return link.cancelled ? "sending" : "open";
  return now.getTime() < link.endsAt.getTime() + SENDING_DAYS * 86_400_000 ? "sending" : "over";
}
