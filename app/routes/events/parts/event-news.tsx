import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { fieldWords } from "./event-checklist.tsx";
import type { EventAnswer } from "./event-request.server.ts";

/** What has just been done to an event, as its page's address tells it. */
export const EVENT_DONE = [
  "begun",
  "copied",
  "published",
  "cancelled",
  "cover",
  "repeated",
  "waits",
  "takes-place",
] as const;
export const EVENT_REFUSED = ["no-picture", "not-a-picture", "too-large", "busy"] as const;

interface EventNewsProps {
  done: (typeof EVENT_DONE)[number] | null;
  refused: (typeof EVENT_REFUSED)[number] | null;
  answer: EventAnswer | undefined;
  /** Somebody else saved while this was typed, and it was noticed by the way. */
  isConflict: boolean;
  isDraft: boolean;
}

/** What became of what was sent. */
export function EventNews({ done, refused, answer, isConflict, isDraft }: EventNewsProps) {
  const t = useT();
  const figures = useFigures();
  if (answer?.outcome === "saved" || answer?.outcome === "changed") {
    return (
      <Notice tone="ok" title={t(`eventKeeping.done.${answer.outcome}`)}>
        {answer.savedAt && t("eventKeeping.savedAt", { at: figures.time(answer.savedAt) })}
      </Notice>
    );
  }
  if (answer?.outcome === "dates-moved") {
    const isKept = answer.savedAt !== null;
    return (
      <Notice
        tone="ok"
        title={t(isKept ? "eventKeeping.dates.moved.kept" : "eventKeeping.dates.moved")}
        action={<a href="#when">{t("eventKeeping.dates.look")}</a>}
      />
    );
  }
  if (answer && answer.misplaced.length > 0) {
    return (
      <Notice
        tone="refusal"
        title={t("eventKeeping.refused.mistakes")}
        action={
          <Button form="event-form" name="intent" value="move-dates" look="quiet">
            {t("eventKeeping.dates.move")}
          </Button>
        }
      >
        {t("eventKeeping.dates", {
          fields: new Intl.ListFormat(t.locale).format(
            answer.misplaced.map((name) => fieldWords(t, name)),
          ),
        })}
      </Notice>
    );
  }
  if (answer?.outcome === "mistakes") {
    return (
      <Notice
        tone="refusal"
        title={t(isDraft ? "eventKeeping.refused.unfinished" : "eventKeeping.refused.mistakes")}
      >
        {t("eventKeeping.refused.mistakes.lead")}
      </Notice>
    );
  }
  if (answer?.outcome === "over" || answer?.outcome === "being-paid") {
    return <Notice tone="refusal" title={t(`eventKeeping.refused.${answer.outcome}`)} />;
  }
  if (answer?.outcome === "conflict" || isConflict) {
    const differs = answer?.differs ?? [];
    return (
      <Notice tone="refusal" title={t("eventKeeping.refused.conflict")}>
        <p>{t("eventKeeping.refused.conflict.lead")}</p>
        {differs.length > 0 && (
          <p className="mt-1">
            {t("eventKeeping.refused.conflict.differs", {
              fields: new Intl.ListFormat(t.locale).format(
                differs.map((name) => fieldWords(t, name)),
              ),
            })}
          </p>
        )}
      </Notice>
    );
  }
  if (answer) return null;
  if (refused) return <Notice tone="refusal" title={t(`eventKeeping.refused.${refused}`)} />;
  return done && <Notice tone="ok" title={t(`eventKeeping.done.${done}`)} />;
}
