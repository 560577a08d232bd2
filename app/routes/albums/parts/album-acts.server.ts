import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import type { AlbumActForm } from "#app/modules/albums/forms.ts";
import { publishAlbum, withdrawAlbum } from "#app/modules/albums/publish-album.server.ts";
import { dismissSettled } from "#app/modules/albums/receive-upload.server.ts";
import { bringPicturesBack, removePictures } from "#app/modules/albums/remove-pictures.server.ts";
import { tagPictures, untagPictures } from "#app/modules/albums/tag-pictures.server.ts";
import type { ALBUM_REFUSED } from "./album-said.ts";

type ActAnswer =
  /** How many pictures or tags it was about. */
  { ok: true; count: number } | { ok: false; refusal: (typeof ALBUM_REFUSED)[number] };

/** Does what staff ask of the album of an event. */
export async function doAlbumAct(
  eventId: number,
  act: z.infer<typeof AlbumActForm>,
  actor: Actor,
): Promise<ActAnswer> {
  switch (act.intent) {
    case "publish":
    case "withdraw": {
      const change = act.intent === "publish" ? publishAlbum : withdrawAlbum;
      const answer = await change(eventId, actor);
      return answer.ok ? { ok: true, count: 0 } : answer;
    }
    case "dismiss":
      return { ok: true, count: (await dismissSettled(eventId, actor.by)).count };
    case "tag":
    case "untag": {
      const change = act.intent === "tag" ? tagPictures : untagPictures;
      const answer = await change({ eventId, pictureIds: act.picture, who: act.who }, actor);
      return answer.ok ? { ok: true, count: answer.tags } : answer;
    }
    case "remove":
    case "bring-back": {
      if (act.picture.length === 0) return { ok: false, refusal: "no-pictures" };
      const change = act.intent === "remove" ? removePictures : bringPicturesBack;
      return { ok: true, count: await change({ eventId, pictureIds: act.picture }, actor) };
    }
  }
}
