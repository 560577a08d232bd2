import type { GiftPhoto } from "#app/modules/gifts/gift-photo.ts";
import { GiftDrawing } from "#app/ui/drawings/gift-drawing.tsx";

interface GiftPictureProps {
  gift: { kind: string; drawing: string | null };
  photo: GiftPhoto | null;
  /** How wide it is shown, for the browser to choose a size: see the attribute of `<img>`. */
  sizes: string;
  /** What a photo shows, where no words beside it say so. */
  alt?: string;
}

/** A gift's photo, else a drawing of ours. */
export function GiftPicture({ gift, photo, sizes, alt = "" }: GiftPictureProps) {
  if (!photo) return <GiftDrawing name={gift.drawing} kind={gift.kind} />;
  const { small, medium, large } = photo;
  return (
    <img
      src={addressOf(medium.id)}
      srcSet={[small, medium, large]
        .map(({ id, width }) => `${addressOf(id)} ${width}w`)
        .join(", ")}
      sizes={sizes}
      width={medium.width}
      height={medium.height}
      alt={alt}
      loading="lazy"
      decoding="async"
      className="h-auto w-full rounded-sm"
    />
  );
}

const addressOf = (pictureId: number) => `/gifts/photos/${pictureId}`;
