import type { EventPrice } from "#app/modules/events/plan.ts";
import { priceOf } from "#app/modules/parties/price.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Sheet } from "#app/ui/page.tsx";

interface PartyCostProps {
  price: EventPrice;
  /** How many come. */
  people: number;
  /** Points that they can spend. */
  available: number;
  /** They join the line: nothing is taken yet. */
  waits: boolean;
}

/** What it takes of one's points or money, before the press that takes it. */
export function PartyCost({ price, people, available, waits }: PartyCostProps) {
  const t = useT();
  const figures = useFigures();
  const { points, deposit, moneyMinor, currency } = priceOf(price, Math.max(1, people));
  const wanted = points + deposit;
  const said = { points: figures.points(wanted), available: figures.points(available) };
  return (
    <Sheet className="mt-8">
      <p className="caption">{t("registrations.cost")}</p>
      <p className="mt-1">
        {price.kind === "free" && t("registrations.cost.free")}
        {points > 0 && t("registrations.cost.points", said)}
        {deposit > 0 && t("registrations.cost.deposit", said)}
        {moneyMinor > 0 &&
          t("registrations.cost.money", { money: figures.moneyIn(moneyMinor, currency ?? "CNY") })}
      </p>
      {wanted > available && (
        <p className="mt-1 text-refusal">
          {t("registrations.cost.short", {
            available: figures.points(available),
            missing: figures.points(wanted - available),
          })}
        </p>
      )}
      {waits && price.kind !== "free" && <p className="mt-1">{t("registrations.cost.wait")}</p>}
    </Sheet>
  );
}
