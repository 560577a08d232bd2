import sharp from "sharp";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "./db.server.ts";

const NONE = { none: {} };

/** All that may refer to a picture: what comes to refer to pictures too is asked for here. */
const UNUSED = {
  claims: NONE,
  clubs: NONE,
  smallOf: NONE,
  mediumOf: NONE,
  largeOf: NONE,
  smallCoverOf: NONE,
  mediumCoverOf: NONE,
  largeCoverOf: NONE,
  smallInAlbum: NONE,
  mediumInAlbum: NONE,
  largeInAlbum: NONE,
  smallEntryOf: NONE,
  mediumEntryOf: NONE,
  largeEntryOf: NONE,
} satisfies Record<keyof Prisma.MediaCountOutputType, typeof NONE>;

/** Removes those of some pictures that nothing refers to any more: the same bytes are kept once, for several. */
export async function removeUnusedPictures(db: Db, mediaIds: readonly number[]): Promise<void> {
  await db.media.deleteMany({ where: { id: { in: [...mediaIds] }, ...UNUSED } });
}

/**
 * Whether pictures that were kept a moment ago are all still there, and keeps them so until the transaction ends: the
 * same bytes may have been somebody else's, who has just had theirs removed. Where they are not they are kept anew.
 */
export async function holdPictures(tx: Db, mediaIds: readonly number[]): Promise<boolean> {
  const ids = [...new Set(mediaIds)];
  const held = await tx.$queryRaw<unknown[]>`
    select id from media where id = any(${ids}::int[]) order by id for key share`;
  return held.length === ids.length;
}

/** So long a picture may wait for what it was sent for; what nothing refers to then was left by a process that died. */
const LEFT_AFTER_MS = 86_400_000;

/** Removes pictures that nothing refers to and that nobody is about to refer to. */
export async function sweepPictures(db: Db, now = new Date()): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - LEFT_AFTER_MS) };
  await db.media.deleteMany({ where: { createdAt, ...UNUSED } });
}

/**
 * A picture as an answer of its own; null where there is none. Whether the asker may see it is the
 * caller's question.
 *
 * @param how.immutable its address will never mean another picture, so a browser need not ask again.
 * @param how.isPrivate nobody but the asker's own screen may keep it, and that not beyond the page.
 */
export async function pictureResponse(
  db: Db,
  mediaId: number,
  { immutable = false, isPrivate }: { immutable?: boolean; isPrivate: boolean },
): Promise<Response | null> {
  const picture = await db.media.findUnique({
    where: { id: mediaId },
    select: { content: true, mime: true },
  });
  if (!picture) return null;
  const kept = immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600";
  return new Response(picture.content, {
    headers: {
      "Content-Type": picture.mime,
      "Content-Length": String(picture.content.length),
      "Content-Disposition": "inline",
      "Cache-Control": isPrivate ? "private, no-store" : kept,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}

/**
 * A kept picture as a PNG of at most so many pixels a side, for files that take no WebP.
 *
 * @returns null where there is none.
 */
export async function loadPng(db: Db, mediaId: number, maxSide: number): Promise<Buffer | null> {
  const media = await db.media.findUnique({ where: { id: mediaId }, select: { content: true } });
  if (!media) return null;
  return sharp(media.content)
    .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
}
