import type { DayOf } from "#app/modules/attendance/day-of.ts";
import { type KeptWait, readWait } from "#app/modules/events/event-wait.ts";
import { formatNear } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface UndecidedProps {
  wait: KeptWait;
  day: Pick<DayOf, "startsAt" | "endsAt">;
  now: Date;
}

/** That it is still open whether the event takes place, as the device's list has it. */
export function Undecided({ wait, day, now }: UndecidedProps) {
  const { t, locale, timeZone } = useWords();
  const said = readWait(wait, { endsAt: new Date(day.endsAt) }, locale, now);
  if (!said) return null;
  const at = formatNear(said.decideBy, day.startsAt, locale, timeZone);
  return (
    <Notice
      tone="warn"
      announce={false}
      title={t(said.isLate ? "attendance.undecided.late" : "attendance.undecided", { at })}
    >
      {said.reason}
    </Notice>
  );
}
