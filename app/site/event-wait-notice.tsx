import type { EventWait } from "#app/modules/events/event-wait.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFigures } from "./use-figures.ts";

interface EventWaitNoticeProps {
  wait: Omit<EventWait, "decideBy"> & { decideBy: Date | string };
  /** Of the event: what is near it is said by its weekday. */
  startsAt: Date | string;
}

/** That it is still open whether an event takes place, to whoever would set off. */
export function EventWaitNotice({ wait, startsAt }: EventWaitNoticeProps) {
  const t = useT();
  const figures = useFigures();
  const at = figures.near(wait.decideBy, startsAt);
  return (
    <Notice
      tone="warn"
      announce={false}
      title={t(wait.isLate ? "events.undecided.late" : "events.undecided", { at })}
    >
      {wait.reason}
    </Notice>
  );
}

/** The same in a list, in a few words. */
export function EventWaitBadge({ wait, startsAt }: EventWaitNoticeProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <Badge tone="warn" wraps>
      {wait.isLate
        ? t("events.state.undecided.late")
        : t("events.state.undecided", { at: figures.near(wait.decideBy, startsAt) })}
    </Badge>
  );
}
