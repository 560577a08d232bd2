import { SENDING_DAYS } from "./steward-link.ts";

/** The event's last day, and as long as a phone that was without a network may still send whom it marked. */
export const CLOSES_AFTER_HOURS = (1 + SENDING_DAYS) * 24;
/** What ended longer ago is left alone: nobody is told of a deposit that they have forgotten. */
export const LEFT_ALONE_AFTER_DAYS = 30;

/** Whether parties of an event that were not marked are taken for not having come. What is long over is left alone. */
export function closesBy(event: { state: string; endsAt: Date }, now: Date): boolean {
  const since = now.getTime() - event.endsAt.getTime();
  const hours = since / 3_600_000;
  return (
    event.state === "published" && hours >= CLOSES_AFTER_HOURS && hours < LEFT_ALONE_AFTER_DAYS * 24
  );
}
