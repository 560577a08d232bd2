import { Link } from "@remix-run/react";
import type { SeriesEvent } from "#app/modules/event-series/load-series.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";

interface EventSeriesProps {
  event: { eventId: number; series: SeriesEvent[] };
}

/** The other days of a series, and which of them are not held. */
export function EventSeries({ event: { eventId, series } }: EventSeriesProps) {
  const t = useT();
  return (
    <section aria-labelledby="series">
      <h2 id="series" className="mb-2 text-[1.0625rem]">
        {t("eventKeeping.series")}
      </h2>
      <ul className="grid gap-1">
        {series.map(({ eventId: id, day, state }) => (
          <li key={id}>
            {id === eventId ? (
              <strong>{dayWords(day)}</strong>
            ) : (
              <Link to={`/admin/events/${id}`}>{dayWords(day)}</Link>
            )}
            {state !== "published" && (
              <span className="text-ink-soft"> · {t(`eventKeeping.series.${state}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

  function dayWords(day: string) {
    return day === "" ? "–" : formatDay(`${day}T00:00:00Z`, t.locale, "UTC");
  }
}
