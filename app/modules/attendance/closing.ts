/** A party had so long after the event for marks of devices that were without a network. */
export const CLOSES_AFTER_HOURS = 24;
/** What ended longer ago is left alone: nobody is told of a deposit that they have forgotten. */
export const LEFT_ALONE_AFTER_DAYS = 30;

/**
 * Whether parties that were not marked are taken for not having come. Where nobody was marked at all, nobody checked
 * in: then nothing can be said of anybody. What is long over is left alone.
 */
export function closesBy(
  event: { state: string; endsAt: Date; anybodyCame: boolean },
  now: Date,
): boolean {
  const since = now.getTime() - event.endsAt.getTime();
  const hours = since / 3_600_000;
  return (
    event.state === "published" &&
    event.anybodyCame &&
    hours >= CLOSES_AFTER_HOURS &&
    hours < LEFT_ALONE_AFTER_DAYS * 24
  );
}
