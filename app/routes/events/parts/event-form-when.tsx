import { moveDates } from "#app/modules/event-decisions/move-dates.ts";
import { eventDrawings } from "#app/modules/events/event-drawing.ts";
import { eventKinds } from "#app/modules/events/plan.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { Button } from "#app/ui/button.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { EventBoth, EventLine, EventMoment, EventSelect, useEventForm } from "./event-field.tsx";
import { EventRows, RowLine } from "./event-rows.tsx";

export const PAIR = "grid items-start gap-x-6 gap-y-4 sm:grid-cols-2";

/** What it is: its title and texts, in both languages, and its drawing. */
export function EventFormWhat() {
  const { t } = useEventForm();
  return (
    <Section id="what" title={t("eventKeeping.part.what")}>
      <div className={PAIR}>
        <EventBoth name="title" most={120} />
        <EventBoth name="summary" rows={2} most={300} hint={t("eventKeeping.summary.hint")} />
        <EventBoth name="about" rows={6} most={4_000} optional />
        <EventBoth name="programme" rows={5} most={4_000} optional />
        <EventBoth name="gives" rows={3} most={4_000} optional />
        <EventSelect
          field="kind"
          options={eventKinds.map((kind) => ({
            value: kind,
            label: t(`eventKeeping.kind.${kind}`),
          }))}
        />
      </div>
      <div className="mt-5">
        <DrawingChoice />
      </div>
    </Section>
  );
}

function DrawingChoice() {
  const { t, typed, errorsOf } = useEventForm();
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t("eventKeeping.field.drawing")}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {eventDrawings.map((name) => (
          <label
            key={name}
            className="flex cursor-pointer flex-col gap-1.5 rounded-md border border-rule bg-sheet p-2 has-checked:border-accent"
          >
            <span className="block aspect-[3/2]">
              <EventDrawing name={name} />
            </span>
            <span className="flex items-center gap-2 text-[0.875rem]">
              <input
                type="radio"
                name="drawing"
                value={name}
                defaultChecked={name === (typed.drawing || typed.kind)}
                className="check"
              />
              {t(`eventKeeping.drawing.${name}`)}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id="drawing" errors={errorsOf("drawing")} />
    </fieldset>
  );
}

/** The beginning is another, and dates that went with the one before can follow it by one press. */
function DatesToMove() {
  const { t, typed, dates } = useEventForm();
  const { before, isOpen } = dates;
  if (!before || moveDates(typed, before, isOpen) === null) return null;
  const at = formatMoment(`${before.startsAt.replace(" ", "T")}Z`, t.locale, "UTC");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-rule-strong pl-4 sm:col-span-2">
      <p className="min-w-0 flex-[1_1_18rem] text-ink-soft" aria-live="polite">
        {t(before.fills ? "eventKeeping.dates.copied" : "eventKeeping.dates.behind", { at })}
      </p>
      <Button name="intent" value="move-dates" look="quiet">
        {t(before.fills ? "eventKeeping.dates.fill" : "eventKeeping.dates.follow")}
      </Button>
    </div>
  );
}

/** When it is and where, whom to ask, and the parts that a party chooses from. */
export function EventFormWhen() {
  const { t, typed } = useEventForm();
  return (
    <Section id="when" title={t("eventKeeping.part.when")}>
      <div className={PAIR}>
        <EventMoment field="startsAt" />
        <EventMoment field="endsAt" />
        <DatesToMove />
        <EventBoth name="place" most={200} />
        <EventBoth name="address" most={200} optional />
        <EventLine
          field="mapUrl"
          type="url"
          maxLength={500}
          optional={t("eventKeeping.optional")}
          className="sm:col-span-2"
        />
        <EventBoth name="organiser" most={200} />
        <EventLine
          field="contactPhone"
          type="tel"
          maxLength={40}
          hint={t("eventKeeping.contact.hint")}
        />
        <EventLine
          field="contactEmail"
          type="email"
          maxLength={254}
          optional={t("eventKeeping.optional")}
          className="self-end"
        />
      </div>
      <h3 className="mt-6 mb-1">{t("eventKeeping.sessions")}</h3>
      <p className="mb-3 max-w-prose text-ink-soft">{t("eventKeeping.sessions.lead")}</p>
      <EventRows
        list="sessions"
        nameOf={(number) => t("eventKeeping.sessionNumbered", { number })}
        add={t("eventKeeping.sessions.add")}
      >
        {(path, index) => {
          const row = typed.sessions[index];
          const moment = { type: "datetime-local" };
          return (
            <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
              <RowLine path={path} field="nameEn" value={row?.nameEn ?? ""} />
              <RowLine path={path} field="nameZh" value={row?.nameZh ?? ""} />
              <RowLine path={path} field="startsAt" value={row?.startsAt ?? ""} rest={moment} />
              <RowLine path={path} field="endsAt" value={row?.endsAt ?? ""} rest={moment} />
            </div>
          );
        }}
      </EventRows>
    </Section>
  );
}
