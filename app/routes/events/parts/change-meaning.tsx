import type { EventLimit } from "#app/modules/events/plan.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { EventAnswer } from "./event-request.server.ts";
import { HomeChoice, UnplacedChildren } from "./home-choice.tsx";

interface ChangeMeaningProps {
  meaning: EventAnswer;
  /** Of the form that is saved once all is decided: its id. */
  form: string;
}

/** What it means to those who registered, before it is saved, and what is to be decided about some of them. */
export function ChangeMeaning({ meaning, form }: ChangeMeaningProps) {
  const t = useT();
  const { moved, concerned, homeless, unplaced, homes } = meaning;
  const isSomebodys = concerned > 0 || homeless.length > 0 || unplaced.length > 0;
  return (
    <Notice
      tone="warn"
      title={t(isSomebodys ? "eventKeeping.meaning" : "eventKeeping.meaning.nobody")}
      action={
        <Button form={form} name="intent" value="save">
          {t(isSomebodys ? "eventKeeping.change.agreed" : "eventKeeping.change")}
        </Button>
      }
    >
      {moved.length > 0 && (
        <>
          <p>{t("eventKeeping.meaning.parties", { count: concerned })}</p>
          <ul className="mt-1 list-disc pl-5">
            {moved.map((part) => (
              <li key={part}>{t(`eventKeeping.meaning.${part}`)}</li>
            ))}
          </ul>
        </>
      )}
      {unplaced.length > 0 && <UnplacedChildren unplaced={unplaced} form={form} />}
      {homeless.map((session) => (
        <HomeChoice
          key={session.session}
          homeless={session}
          decision={homes.find((each) => each.session === session.session)}
          form={form}
        />
      ))}
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
  const limits = new Intl.ListFormat(t.locale).format(
    over.map(({ limit: { unit, most }, taken }) =>
      t("eventKeeping.over.limit", { taken, most, unit: t(`eventKeeping.unit.${unit}`) }),
    ),
  );
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
