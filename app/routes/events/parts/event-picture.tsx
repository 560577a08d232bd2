import { EventDrawing } from "#app/site/event-drawing.tsx";

interface EventPictureProps {
  event: { drawing: string; coverId: number | null };
  /** How wide it is shown, for the browser to choose a size: see the attribute of `<img>`. */
  sizes: string;
}

/** What stands for an event in lists and on its page: its photo, else its drawing. The words beside it say what it is. */
export function EventPicture({ event: { drawing, coverId }, sizes }: EventPictureProps) {
  if (coverId === null) return <EventDrawing name={drawing} />;
  const address = `/events/covers/${coverId}`;
  return (
    <img
      src={`${address}/medium`}
      srcSet={`${address}/small 360w, ${address}/medium 720w, ${address}/large 1440w`}
      sizes={sizes}
      alt=""
      loading="lazy"
      decoding="async"
      className="aspect-[3/2] w-full rounded-sm object-cover"
    />
  );
}
