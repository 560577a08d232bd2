import { useT } from "#app/platform/words/words.tsx";

/** The way to an event's file for a calendar: no page of ours, so that the browser asks for it. */
export function AddToCalendar({ slug }: { slug: string }) {
  const t = useT();
  return (
    <a href={`/events/${slug}/calendar.ics`} className="button button-bare">
      {t("events.calendar")}
    </a>
  );
}
