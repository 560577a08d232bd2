import type { DayOf } from "#app/modules/attendance/day-of.ts";
import { formatSpan } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";

/** Which event it is, when, and at which gate: large enough for the sun, small enough to leave room. */
export function CheckInHead({ day, where }: { day: DayOf; where: string }) {
  const { locale, timeZone } = useWords();
  return (
    <div className="mb-4">
      <h1 className="text-2xl!">{inLanguage(locale, day.title)}</h1>
      <p className="text-ink-soft">{formatSpan(day.startsAt, day.endsAt, locale, timeZone)}</p>
      <p className="font-semibold">
        <bdi>{where}</bdi>
      </p>
    </div>
  );
}
