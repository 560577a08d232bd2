import { GiftDrawing } from "./gift-drawing.tsx";

interface GiftThumbnailProps {
  /** Its first photo in the small size; null for a gift without. */
  photoId: number | null;
  drawing: string | null;
}

/** A gift in a list, small: its photo, its drawing, or a tied box. The title beside it says what it is. */
export function GiftThumbnail({ photoId, drawing }: GiftThumbnailProps) {
  return (
    <span className="block aspect-[4/3] w-16 flex-none overflow-hidden rounded-sm border border-rule bg-sheet">
      {photoId === null ? (
        <GiftDrawing drawing={drawing} />
      ) : (
        <img
          src={`/gifts/photos/${photoId}`}
          alt=""
          width={360}
          height={270}
          loading="lazy"
          className="size-full object-cover"
        />
      )}
    </span>
  );
}
