import type { Day } from "#app/platform/club-time.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

interface ClaimSubjectProps {
  claim: { orderNumber: string | null; visitedOn: Day | null; store: InBoth | null };
}

/** What a claim is about, as one would call it: its order, or the day of the visit, and where. */
export function ClaimSubject({ claim: { orderNumber, visitedOn, store } }: ClaimSubjectProps) {
  const t = useT();
  const figures = useFigures();
  const day = visitedOn && figures.calendarDay(visitedOn);
  const name = orderNumber
    ? t("claims.order", { order: orderNumber })
    : t("claims.visit", { day: day ?? "–" });
  return store ? (
    <>
      <bdi>{name}</bdi> · <bdi>{inLanguage(t.locale, store)}</bdi>
    </>
  ) : (
    name
  );
}
