import { randomBytes } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";

const newToken = () => randomBytes(24).toString("base64url");

/** The secret of a member's own calendar; null where they have none. */
export async function loadFeedToken(on: Db, memberId: number): Promise<string | null> {
  const feed = await on.calendarFeed.findUnique({ where: { memberId }, select: { token: true } });
  return feed?.token ?? null;
}

/**
 * Gives a member an address for their calendar, or another in the place of the one they have: whoever knew that one
 * reads nothing any more.
 */
export async function renewFeed(on: Db, memberId: number): Promise<void> {
  const token = newToken();
  await on.calendarFeed.upsert({
    where: { memberId },
    create: { memberId, token },
    update: { token, createdAt: new Date() },
    select: { memberId: true },
  });
}

/** Takes a member's calendar away. */
export async function endFeed(on: Db, memberId: number): Promise<void> {
  await on.calendarFeed.deleteMany({ where: { memberId } });
}
