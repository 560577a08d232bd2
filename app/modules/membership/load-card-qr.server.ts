import QRCode from "qrcode";
import type { Db } from "#app/platform/db.server.ts";

/** The modules of a QR code, row after row; true is dark. */
export type QrModules = { size: number; modules: ArrayLike<number> };

/**
 * The QR code of a member's card. It holds the card's token alone: unguessable, of no use outside the
 * club, and short, so that its squares are large.
 *
 * @throws when there is no such member.
 */
export async function loadCardQr(db: Db, memberId: number): Promise<QrModules> {
  const { cardToken } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { cardToken: true },
  });
  // Level M bears a scratched screen and still keeps the code small.
  const { modules } = QRCode.create(cardToken, { errorCorrectionLevel: "M" });
  return { size: modules.size, modules: modules.data };
}
