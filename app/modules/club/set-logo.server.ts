import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type PictureRefusal, storePicture } from "#app/platform/pictures.server.ts";
import { forgetClub } from "./load-club.server.ts";

/** As large as any frame shows it, on the finest screen. */
const LONGEST_SIDE = 512;

export type LogoSet = { ok: true } | { ok: false; refusal: PictureRefusal };

/**
 * Gives the club a logo, or takes it away. The picture is encoded anew; see `storePicture`.
 *
 * @param picture null to have the club's usual sign again.
 */
export async function setLogo(
  db: PrismaClient,
  { picture, by, address }: Actor & { picture: Uint8Array | null },
): Promise<LogoSet> {
  const stored =
    picture && (await storePicture(db, picture, { createdBy: by, maxSide: LONGEST_SIDE }));
  if (stored && !stored.ok) return stored;
  const logoId = stored?.mediaId ?? null;
  await db.$transaction(async (tx) => {
    await tx.club.update({ where: { id: 1 }, data: { logoId } });
    const action = logoId === null ? "club.logo-taken-away" : "club.logo-set";
    await writeAudit(tx, { personId: by, action, subject: "club:1", address });
  });
  forgetClub();
  return { ok: true };
}
