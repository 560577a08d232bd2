import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockAlbum } from "./album-row.server.ts";

export type PublishAnswer = { ok: true } | { ok: false; refusal: "no-album" | "empty" };

/** Shows an album to who came to its event. Again it changes nothing; one without pictures is not shown. */
export const publishAlbum = (eventId: number, actor: Actor, now = new Date()) =>
  inRetriedTransaction<PublishAnswer>(async (tx) => {
    const album = await lockAlbum(tx, eventId);
    if (!album) return { ok: false, refusal: "no-album" };
    if (album.state === "published") return { ok: true };
    const pictures = await tx.albumPicture.count({ where: { albumId: album.id, removedAt: null } });
    if (pictures === 0) return { ok: false, refusal: "empty" };
    await tx.album.update({
      where: { id: album.id },
      data: { state: "published", publishedAt: now },
    });
    await writeAudit(tx, {
      ...{ personId: actor.by, address: actor.address },
      action: "album.published",
      subject: `event:${eventId}`,
      detail: { pieces: pictures },
    });
    return { ok: true };
  });

/** Takes an album back, so that nobody but staff sees it. Again it changes nothing. */
export const withdrawAlbum = (eventId: number, actor: Actor) =>
  inRetriedTransaction<PublishAnswer>(async (tx) => {
    const album = await lockAlbum(tx, eventId);
    if (!album) return { ok: false, refusal: "no-album" };
    if (album.state === "draft") return { ok: true };
    await tx.album.update({
      where: { id: album.id },
      data: { state: "draft", publishedAt: null },
    });
    await writeAudit(tx, {
      ...{ personId: actor.by, address: actor.address },
      action: "album.withdrawn",
      subject: `event:${eventId}`,
    });
    return { ok: true };
  });
