import { Link } from "@remix-run/react";
import type { Goal } from "#app/modules/goals/nearest-goal.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** The nearest of the gifts that the reader saves for, and how far it is. */
export function NearestGoal({ goal }: { goal: Goal }) {
  const t = useT();
  const figures = useFigures();
  const title = inLanguage(t.locale, { en: goal.titleEn, zh: goal.titleZh });
  return (
    <p className="mt-5">
      <Link to={`/my/gifts/${goal.giftId}`}>{t("goals.nearest", { title })}</Link>
      <br />
      <span className="text-[0.9375rem] text-ink-soft">
        {t("goals.toGo", { missing: figures.points(goal.missing), services: goal.services })}
      </span>
    </p>
  );
}
