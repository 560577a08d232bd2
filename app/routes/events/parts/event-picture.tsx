import { EventDrawing } from "./event-drawing.tsx";

/** What stands for an event in lists and on its page: its drawing. */
export function EventPicture({ event }: { event: { drawing: string } }) {
  return <EventDrawing name={event.drawing} />;
}
