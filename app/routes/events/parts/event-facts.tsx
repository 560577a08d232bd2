import type { ReactNode } from "react";
import type { EventPage, LimitLeft } from "#app/modules/events/event-page.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { eventPrice, whoCanCome } from "./event-words.ts";

interface EventFactsProps {
  event: EventPage;
  /** It is not for the reader: how many places are left is not said to them. */
  isShut: boolean;
}

/** When, where, for whom and for how much: the lines of the booklet. */
export function EventFacts({ event, isShut }: EventFactsProps) {
  const t = useT();
  const figures = useFigures();
  const programmeName = useProgrammeName();
  const { price, brackets, sessions, limits, organiser, contactPhone, contactEmail } = event;
  const isOver = event.registering.can === "finished";
  const until = { moment: figures.moment(event.freeUntil) };
  return (
    <dl className="min-w-0">
      <Fact label={t("events.when")}>
        <p>{figures.span(event.startsAt, event.endsAt)}</p>
        {sessions.map(({ key, name, startsAt, endsAt }) => (
          <p key={key} className="text-ink-soft">
            {name} · {figures.span(startsAt, endsAt)}
          </p>
        ))}
      </Fact>
      {(event.place || event.address) && (
        <Fact label={t("events.where")}>
          {event.place && <p>{event.place}</p>}
          {event.address && <p className="text-ink-soft">{event.address}</p>}
          {event.mapUrl && (
            <a
              href={event.mapUrl}
              rel="noreferrer"
              className="inline-flex min-h-11 items-center text-accent underline min-[56rem]:min-h-0"
            >
              {t("events.map")}
            </a>
          )}
        </Fact>
      )}
      <Fact label={t("events.cost")}>
        <p>{eventPrice(price, t, figures)}</p>
        {price.kind === "deposit" && (
          <p className="text-ink-soft">{t("events.price.deposit.how")}</p>
        )}
        {!isOver && (
          <p className="text-ink-soft">
            {t(price.kind === "free" ? "events.until.free" : "events.price.until", until)}
          </p>
        )}
        {event.attendancePoints > 0 && (
          <p>{t("events.attendance", { points: figures.change(event.attendancePoints) })}</p>
        )}
      </Fact>
      <Fact label={t("events.who")}>
        {whoCanCome(event, t, programmeName).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {brackets.map(({ key, name, ageFrom, ageTo }) => (
          <p key={key} className="text-ink-soft">
            {t("events.ages", { name, from: ageFrom, to: ageTo })}
          </p>
        ))}
      </Fact>
      {!isShut && !isOver && limits.length > 0 && (
        <Fact label={t("events.places")}>
          {limits.map((limit) => (
            <p key={limit.key} className="flex justify-between gap-4">
              <span>{ofWhat(limit)}</span>
              <span className="figure">
                {t("events.of", {
                  free: figures.points(limit.free),
                  most: figures.points(limit.most),
                })}
              </span>
            </p>
          ))}
        </Fact>
      )}
      {(organiser || contactPhone || contactEmail) && (
        <Fact label={t("events.contact")}>
          {organiser && <p>{t("events.organiser", { name: organiser })}</p>}
          {contactPhone && (
            <p>
              <a href={`tel:${contactPhone.replace(/[^\d+]/g, "")}`}>{contactPhone}</a>
            </p>
          )}
          {contactEmail && (
            <p>
              <a href={`mailto:${contactEmail}`} className="break-all text-accent underline">
                {contactEmail}
              </a>
            </p>
          )}
        </Fact>
      )}
    </dl>
  );

  function ofWhat({ session, bracket, unit }: LimitLeft): string {
    return [session, bracket ?? t(`events.unit.${unit}`)].filter(Boolean).join(" · ");
  }
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-t border-rule py-3 first:border-t-0">
      <dt className="caption">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
