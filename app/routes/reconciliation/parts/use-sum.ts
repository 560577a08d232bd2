import type { Sum } from "#app/modules/reconciliation/difference.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** A sum of one side in words, also where that side knows of none. */
export function useSum(): (sum: Sum | null) => string {
  const t = useT();
  const figures = useFigures();
  return (sum) =>
    sum ? figures.moneyIn(sum.minor, sum.currency) : t("reconciliation.difference.nothing");
}
