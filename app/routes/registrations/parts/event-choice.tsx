import { Link } from "@remix-run/react";
import type { ListedEvent } from "#app/modules/events/load-events.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** Which event somebody is registered for: those that are not over. */
export function EventChoice({ events, to }: { events: readonly ListedEvent[]; to: string }) {
  const t = useT();
  const figures = useFigures();
  const open = events.filter(({ registering }) => registering.can !== "cancelled");
  if (open.length === 0) return <p className="text-ink-soft">{t("parties.desk.none")}</p>;
  return (
    <>
      <h2 className="mb-3">{t("parties.desk.choose")}</h2>
      <ul className="border-t border-rule">
        {open.map(({ id, slug, title, startsAt, endsAt, left }) => (
          <li key={id} className="flex flex-wrap gap-x-4 border-b border-rule py-2">
            <Link to={`${to}?event=${slug}`} className="font-semibold">
              {title}
            </Link>
            <span className="text-ink-soft">{figures.span(startsAt, endsAt)}</span>
            {left && <span>{t(`events.left.${left.unit}`, { free: left.free })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
