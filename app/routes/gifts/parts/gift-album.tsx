import type { GiftPage } from "#app/modules/gifts/load-gift.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { GiftPicture } from "#app/site/gift-picture.tsx";

/** A gift's photos one under the other, else its drawing. */
export function GiftAlbum({ gift }: { gift: GiftPage }) {
  const t = useT();
  const [first = null, ...others] = gift.photos;
  const sizes = "(min-width: 56rem) 23rem, 100vw";
  return (
    <div className="grid gap-4">
      <div className="rounded-md border border-rule bg-sheet p-5">
        <GiftPicture gift={gift} photo={first} sizes={sizes} alt={first ? gift.title : ""} />
      </div>
      {others.map((photo, place) => (
        <GiftPicture
          key={photo.medium.id}
          gift={gift}
          photo={photo}
          sizes={sizes}
          alt={t("gifts.photo", { number: place + 2, title: gift.title })}
        />
      ))}
    </div>
  );
}
