import type { MovedPart } from "#app/modules/events/moved.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface ChangeMeaningProps {
  moved: readonly MovedPart[];
  /** That have places. */
  parties: number;
}

/** What it means to those who registered that something moves, before it is saved. */
export function ChangeMeaning({ moved, parties }: ChangeMeaningProps) {
  const t = useT();
  return (
    <Notice
      tone="warn"
      title={t(parties > 0 ? "eventKeeping.meaning" : "eventKeeping.meaning.nobody")}
    >
      <p>{t("eventKeeping.meaning.parties", { count: parties })}</p>
      <ul className="mt-1 list-disc pl-5">
        {moved.map((part) => (
          <li key={part}>{t(`eventKeeping.meaning.${part}`)}</li>
        ))}
      </ul>
      <p className="mt-2">{t("eventKeeping.meaning.lead")}</p>
    </Notice>
  );
}

interface OverLimitsProps {
  eventId: number;
  over: { limit: EventLimit; taken: number }[];
}

/** More have come to a limit than it lets in, since it was lowered, and nobody has decided about them. */
export function OverLimits({ eventId, over }: OverLimitsProps) {
  const t = useT();
  const limits = over
    .map(({ limit: { unit, most }, taken }) =>
      t("eventKeeping.over.limit", { taken, most, unit: t(`eventKeeping.unit.${unit}`) }),
    )
    .join(", ");
  return (
    <Notice
      tone="warn"
      announce={false}
      action={
        <ButtonLink to={`/admin/events/${eventId}/over`} look="quiet">
          {t("eventKeeping.over.decide")}
        </ButtonLink>
      }
    >
      {t("eventKeeping.over", { limits })}
    </Notice>
  );
}
