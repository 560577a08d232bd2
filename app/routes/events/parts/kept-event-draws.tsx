import { Link } from "@remix-run/react";
import type { EventDraw } from "#app/modules/draws/load-event-draws.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** The draws among an event's parties, for those who keep it. */
export function KeptEventDraws({ draws }: { draws: readonly EventDraw[] }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  if (draws.length === 0) return null;
  return (
    <section aria-labelledby="draws">
      <h2 id="draws" className="mb-2 text-[1.0625rem]">
        {t("eventKeeping.draws")}
      </h2>
      <ul className="grid gap-2">
        {draws.map(({ id, state, title, at }) => (
          <li key={id}>
            <Link to={`/admin/draws/${id}`}>{inLanguage(locale, title)}</Link>
            <span className="block text-[0.9375rem] text-ink-soft">
              {t(`eventKeeping.draws.${state}`, { moment: moment(at) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
