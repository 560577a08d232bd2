import { Link } from "@remix-run/react";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import type { Standing } from "#app/modules/standing/tier.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

interface GoldForMoneyProps {
  standing: Standing;
  rules: Pick<ClubRules, "tiers">;
}

/** The way to gold for money: to what was paid, or to paying for it. */
export function GoldForMoney({ standing, rules }: GoldForMoneyProps) {
  const t = useT();
  const figures = useFigures();
  const paid = standing.tier === "gold" && standing.source === "dues";
  const price = rules.tiers.goldDuesMinor;
  if (!paid && price === 0) return null;
  return (
    <p className="mt-3">
      <Link to="/my/tier/gold">
        {paid ? t("tiers.years") : t("tiers.buy", { dues: figures.spokenMoney(price) })}
      </Link>
    </p>
  );
}
