import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { StarIcon } from "#app/ui/icons.tsx";

/** Below the card of whoever is a VIP referrer: until when. */
export function VipReferrer({ until }: { until: Date | null }) {
  const t = useT();
  const figures = useFigures();
  if (!until) return null;
  return (
    <p className="mt-3 flex items-center gap-2 font-semibold">
      <StarIcon size={20} className="flex-none text-accent" />
      <Link to="/my/referrals">{t("home.vipReferrer", { day: figures.lastDay(until) })}</Link>
    </p>
  );
}
