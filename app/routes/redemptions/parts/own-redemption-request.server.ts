import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  loadOwnRedemption,
  type OwnRedemptionPage,
} from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * One of a member's own redemptions, as it stands on the club's day.
 *
 * @throws Response 404 for anybody else's.
 */
export async function readOwnRedemption(
  memberId: number,
  id: number,
  locale: Locale,
): Promise<OwnRedemptionPage> {
  const { timeZone } = await loadClub();
  const today = clubTime(timeZone).dayOf(new Date());
  const redemption = await loadOwnRedemption(db(), memberId, id, { today, locale });
  if (!redemption) throw new Response(null, { status: 404 });
  return redemption;
}
