const FROM_HOUR = 9;
const TO_HOUR = 20;

/** Whether it is a time of day, by the club's clock, at which a letter that can wait may arrive. */
export function isLetterHour(now: Date, timeZone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now),
  );
  return hour >= FROM_HOUR && hour < TO_HOUR;
}
