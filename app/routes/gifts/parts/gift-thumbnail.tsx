import { GiftDrawing } from "#app/ui/drawings/gift-drawing.tsx";

interface GiftThumbnailProps {
  /** Its first photo in the small size; null for a gift without. */
  photoId: number | null;
  drawing: string | null;
  kind: string;
}

/** A gift in a list, small: its photo, or its drawing. The title beside it says what it is. */
export function GiftThumbnail({ photoId, drawing, kind }: GiftThumbnailProps) {
  return (
    <span className="block aspect-[4/3] w-16 flex-none overflow-hidden rounded-sm border border-rule bg-sheet">
      {photoId === null ? (
        <GiftDrawing name={drawing} kind={kind} />
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
