import type { GiftObstacle } from "#app/modules/gifts/obstacle.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** Why a gift cannot be taken, in the few words of a list. */
export function obstacleWords(obstacle: GiftObstacle, t: Translate, figures: Figures): string {
  switch (obstacle.refusal) {
    case "not-yet":
      return t("gifts.obstacle.not-yet", { day: figures.day(obstacle.from) });
    case "gold-only":
      return t("gifts.obstacle.gold-only");
    case "member-limit":
      return t("gifts.obstacle.member-limit");
    case "total-limit":
    case "out-of-stock":
      return t("gifts.obstacle.sold-out");
    default:
      return t("gifts.obstacle.closed");
  }
}
