import { NavLink } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";

/** The pages of an event's day. */
export function DayPlaces({ eventId, mayArrange }: { eventId: number; mayArrange: boolean }) {
  const t = useT();
  const of = `/admin/events/${eventId}`;
  const places = [
    ...(mayArrange ? [{ to: of, label: t("attendance.event") }] : []),
    { to: `${of}/parties`, label: t("attendance.parties") },
    { to: `${of}/check-in`, label: t("attendance.title") },
    ...(mayArrange ? [{ to: `${of}/stewards`, label: t("attendance.stewards.title") }] : []),
    { to: `${of}/run-sheet`, label: t("attendance.runSheet.title") },
    { to: `${of}/badges`, label: t("attendance.badges.title") },
  ];
  return (
    <nav aria-label={t("attendance.places")} className="mb-6 flex flex-wrap gap-x-5 print:hidden">
      {places.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end
          className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
