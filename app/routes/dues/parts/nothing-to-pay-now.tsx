import type { NothingToPay } from "#app/modules/dues/dues-offer.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** Why there is nothing to pay, and from when there is. */
export function NothingToPayNow({ nothing }: { nothing: NothingToPay }) {
  const t = useT();
  const figures = useFigures();
  switch (nothing.refusal) {
    case "not-yet":
      return t("dues.nothing.not-yet", {
        through: figures.calendarDay(nothing.through),
        opens: figures.calendarDay(nothing.opens),
      });
    case "renews-itself":
      return t("dues.nothing.renews-itself", { through: figures.calendarDay(nothing.through) });
    default:
      return t(`dues.nothing.${nothing.refusal}`);
  }
}
