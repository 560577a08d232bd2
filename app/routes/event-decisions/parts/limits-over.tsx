import type { OverPage } from "#app/modules/event-decisions/load-over.server.ts";
import type { LimitOver } from "#app/modules/event-decisions/who-is-over.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";

type Named = Pick<OverPage["event"], "sessions" | "brackets">;

/** What a limit counts: the session and the age group that it is of, and whom. */
export function limitName(limit: EventLimit, { sessions, brackets }: Named, t: Translate): string {
  const nameOf = (
    named: readonly { key: string; name: { en: string; zh: string } }[],
    key: string | null,
  ) => {
    const found = named.find((each) => each.key === key);
    return found && inLanguage(t.locale, found.name);
  };
  return [
    nameOf(sessions, limit.session),
    nameOf(brackets, limit.bracket) ?? t(`eventKeeping.unit.${limit.unit}`),
  ]
    .filter(Boolean)
    .join(" · ");
}

interface LimitsOverProps {
  limits: readonly LimitOver[];
  event: Named;
}

/** Which limits are exceeded, and by how many. */
export function LimitsOver({ limits, event }: LimitsOverProps) {
  const t = useT();
  return (
    <ul className="grid gap-1">
      {limits.map(({ limit, taken, over }) => (
        <li key={limit.key} className="font-semibold">
          {t("eventDecisions.over.limit", {
            of: limitName(limit, event, t),
            taken,
            most: limit.most,
            over,
          })}
        </li>
      ))}
    </ul>
  );
}
