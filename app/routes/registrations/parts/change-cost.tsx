import { priceOf, toPay } from "#app/modules/parties/price.ts";
import type { ChangeTerms } from "#app/modules/registrations/load-party.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Sheet } from "#app/ui/page.tsx";

interface ChangeCostProps {
  terms: Omit<ChangeTerms, "freeUntil"> & { freeUntil: string | Date };
  /** How many are ticked. */
  people: number;
}

/** What it costs to take somebody in, and what comes back for who leaves: before the press that does it. */
export function ChangeCost({ terms, people }: ChangeCostProps) {
  const t = useT();
  const figures = useFigures();
  const { price, points, paidMinor, waiting, isFree, freeUntil } = terms;
  if (price.kind === "free" || price.kind === "deposit" || price.per === "party") return null;
  const isMoney = price.kind === "money";
  const words = (sum: number) =>
    isMoney
      ? figures.moneyIn(sum, price.currency)
      : t("registrations.cost.change.points", { points: figures.points(sum) });
  const asked = priceOf(price, Math.max(1, people - waiting));
  const paid = isMoney ? paidMinor : points;
  const more = toPay(isMoney ? asked.moneyMinor : asked.points, paid, isFree) - paid;
  const one = words(isMoney ? price.minor : price.points);
  const said = { one, moment: figures.moment(freeUntil) };
  return (
    <Sheet className="mt-8">
      <p className="caption">{t("registrations.cost")}</p>
      <p className="mt-1">
        {t(isMoney ? "registrations.cost.change.money" : "registrations.cost.change.join", said)}
      </p>
      <p className="mt-1">{t(`registrations.cost.change.${isFree ? "free" : "late"}`, said)}</p>
      {more !== 0 && (
        <p className="mt-2 font-semibold" aria-live="polite">
          {t(more > 0 ? "registrations.cost.change.more" : "registrations.cost.change.back", {
            sum: words(Math.abs(more)),
          })}
        </p>
      )}
    </Sheet>
  );
}
