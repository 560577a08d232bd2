import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes down that a member wanted what was not there, once a day: whoever buys the gifts reads it. */
export async function noteMissed(on: Db, memberId: number, variantId: number): Promise<void> {
  const { timeZone } = await loadClub(on);
  const variant = await on.giftVariant.findUnique({
    where: { id: variantId },
    select: { giftId: true },
  });
  if (!variant) return;
  const missedOn = new Date(clubTime(timeZone).dayOf(new Date()));
  await on.giftMissed.createMany({
    data: [{ giftId: variant.giftId, memberId, missedOn }],
    skipDuplicates: true,
  });
}
