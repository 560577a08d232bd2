import { Link } from "@remix-run/react";
import type { OwnGiftPage } from "#app/modules/gifts/load-gift.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Why the reader cannot take the gift now, and what they can do about it. */
export function WhyNot({ gift }: { gift: OwnGiftPage }) {
  const t = useT();
  const figures = useFigures();
  return (
    <div className="mt-7">
      <Notice announce={false}>{words()}</Notice>
    </div>
  );

  function words() {
    const { obstacle, way, saver } = gift;
    if (obstacle === null) {
      return t("gifts.tooFew", { missing: figures.points(way.missing), services: way.services });
    }
    switch (obstacle.refusal) {
      case "not-yet":
        return t("gifts.why.not-yet", { day: figures.day(obstacle.from) });
      case "gold-only":
        return (
          <>
            {t("gifts.why.gold-only")}{" "}
            {saver.way &&
              t("gifts.why.way", {
                points: figures.points(saver.way.points),
                services: saver.way.services,
              })}{" "}
            <Link to="/my/tier">{t("gifts.why.way.link")}</Link>
          </>
        );
      case "member-limit":
        return t("gifts.why.member-limit", { limit: obstacle.limit });
      case "total-limit":
      case "out-of-stock":
        return t("gifts.why.sold-out");
      default:
        return t("gifts.why.closed");
    }
  }
}
