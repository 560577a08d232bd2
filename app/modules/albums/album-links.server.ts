import { createHash, randomBytes } from "node:crypto";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { LINKS_MADE } from "./limits.ts";
import { openTo } from "./visible-pictures-sql.server.ts";

/** How long an address that a family shares leads to the album, in days: long enough for everybody to have looked. */
export const LINK_DAYS = 90;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of an address: nobody who reads the database can open an album with it. */
export function linkHash(token: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (!token || !TOKEN.test(token)) return null;
  return new Uint8Array(createHash("sha256").update(token).digest());
}

type Maker = { memberId: number; personId: number };

/**
 * Makes an address by which anybody sees an album that a member may see, without names. Shared again it is another one.
 * What it ends in is in the answer alone.
 *
 * @param link.onlyOwn those pictures alone that the member's family is on.
 */
export async function shareAlbum(
  { slug, onlyOwn }: { slug: string; onlyOwn: boolean },
  { memberId, personId }: Maker,
  now = new Date(),
): Promise<{ ok: true; token: string } | { ok: false; refusal: "no-album" | "too-many" }> {
  const [album] = await queryRows<{ id: number; eventId: number }>(
    db(),
    Prisma.sql`select album.id, event.id as "eventId" from album join event on event.id = album.event_id
      where event.slug = ${slug} and ${openTo({ memberId })}`,
  );
  if (!album) return { ok: false, refusal: "no-album" };
  const turn = await consumeAttempt(LINKS_MADE, `member:${memberId}`);
  if (!turn.ok) return { ok: false, refusal: "too-many" };
  const token = randomBytes(32).toString("base64url");
  const tokenHash = linkHash(token) as Uint8Array<ArrayBuffer>;
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000);
  await inRetriedTransaction(async (tx) => {
    const { id: albumId, eventId } = album;
    await tx.albumLink.create({
      data: { albumId, tokenHash, madeBy: personId, onlyOwn, expiresAt },
      select: { id: true },
    });
    await writeAudit(tx, { personId, action: "album-link.made", subject: `event:${eventId}` });
  });
  return { ok: true, token };
}

/** Ends an address at once. Again it changes nothing. False where it is none of theirs. */
export const endAlbumLink = (linkId: number, { personId }: Maker): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const link = await tx.albumLink.findFirst({
      where: { id: linkId, madeBy: personId },
      select: { album: { select: { eventId: true } } },
    });
    if (!link) return false;
    const { count } = await tx.albumLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count > 0) {
      const subject = `event:${link.album.eventId}`;
      await writeAudit(tx, { personId, action: "album-link.ended", subject });
    }
    return true;
  });

/** The addresses that somebody shares an album by, which still lead there, the newest first. */
export const loadAlbumLinks = (on: Db, albumId: number, personId: number, now = new Date()) =>
  on.albumLink.findMany({
    where: { albumId, madeBy: personId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    select: { id: true, onlyOwn: true, createdAt: true, expiresAt: true },
  });

export type SharedLink = Awaited<ReturnType<typeof loadAlbumLinks>>[number];
