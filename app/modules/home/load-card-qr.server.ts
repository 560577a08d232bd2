import type { Db } from "#app/platform/db.server.ts";
import { type Qr, qrOf } from "#app/platform/qr.server.ts";

/**
 * The QR code of a member's card. It holds the card's token alone: unguessable, of no use outside the
 * club, and short, so that its squares are large.
 *
 * @throws when there is no such member.
 */
export async function loadCardQr(db: Db, memberId: number): Promise<Qr> {
  const { cardToken } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { cardToken: true },
  });
  return qrOf(cardToken);
}
