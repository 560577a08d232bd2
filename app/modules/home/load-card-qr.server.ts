import QRCode from "qrcode";
import type { Db } from "#app/platform/db.server.ts";

/** A QR code: its edge in modules, and all of them row after row, `1` for a dark one. */
export type CardQr = { size: number; modules: string };

/**
 * The QR code of a member's card. It holds the card's token alone: unguessable, of no use outside the
 * club, and short, so that its squares are large.
 *
 * @throws when there is no such member.
 */
export async function loadCardQr(db: Db, memberId: number): Promise<CardQr> {
  const { cardToken } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { cardToken: true },
  });
  // Level M bears a scratched screen and still keeps the code small.
  const { modules } = QRCode.create(cardToken, { errorCorrectionLevel: "M" });
  return {
    size: modules.size,
    modules: Array.from(modules.data, (dark) => (dark ? "1" : "0")).join(""),
  };
}
