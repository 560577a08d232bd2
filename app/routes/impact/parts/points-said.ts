import type { EventImpact } from "#app/modules/impact/impact-of-event.server.ts";
import type { CountedParty } from "#app/modules/impact/load-parties-of-day.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** What there is to say of the points that a party has for what it did, part by part. */
export function pointsSaid(
  { award, counts, memberNumber }: CountedParty,
  { pointsPerUnit, isOtherwise }: EventImpact,
  t: Translate,
  say: Pick<Figures, "points">,
): string[] {
  const amount = counts.reduce((sum, count) => sum + (count.amount ?? 0), 0);
  const given = award?.points ?? 0;
  const isSettled = (award?.amount ?? 0) === amount && (award?.perUnit ?? 0) === pointsPerUnit;
  if (memberNumber === null) return [];
  const said = given > 0 ? [t("impact.points.given", { points: say.points(given) })] : [];
  if (amount > 0 && !isSettled && !isOtherwise && (pointsPerUnit > 0 || given > 0)) {
    return [...said, t("impact.points.open")];
  }
  const above = award ? Math.floor((award.amount * award.perUnit) / 10) - given : 0;
  return above > 0 ? [...said, t("impact.points.above", { points: say.points(above) })] : said;
}
