import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** What is between an owner and gold, or keeps it, in one or two sentences. */
export function standingSentence(
  { standing, way, keeps }: TierStatus,
  t: Translate,
  say: Figures,
): string {
  if (standing.tier === "silver") {
    const { points = 0, services = 0 } = way ?? {};
    return t("standing.silver", { points: say.points(points), services });
  }
  const goldThrough = say.calendarDay(standing.goldThrough);
  if (!keeps || keeps.points === 0) return t("standing.goldSafe", { day: goldThrough });
  const missing = {
    points: say.points(keeps.points),
    services: keeps.services,
    money: say.spokenMoney(keeps.spendMinor),
    day: say.calendarDay(keeps.by),
  };
  if (standing.phase === "grace") return t("standing.grace", { ...missing, ended: goldThrough });
  return t(standing.source === "dues" ? "standing.goldPaid" : "standing.gold", missing);
}
