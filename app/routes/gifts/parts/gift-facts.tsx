import type { GiftPage } from "#app/modules/gifts/load-gift.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { obstacleWords } from "./obstacle-words.ts";

/** How it reaches one, how many one may have, and what is left of it. */
export function GiftFacts({ gift }: { gift: GiftPage }) {
  const t = useT();
  const figures = useFigures();
  const { fulfilment, limitPerMember, obstacle, choices } = gift;
  const left = choices.length === 1 ? (choices[0]?.left ?? null) : null;
  return (
    <div className="mt-4 text-ink-soft">
      <p>
        {fulfilment === "voucher"
          ? t(gift.moneyMinor > 0 ? "gifts.about.paidVoucher" : "gifts.about.voucher", {
              uses: gift.voucherUses,
              days: gift.voucherDays,
            })
          : t(`gifts.about.${fulfilment}`)}
      </p>
      {limitPerMember !== null && <p>{t("gifts.limit", { limit: limitPerMember })}</p>}
      <p className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
        {gift.tier === "gold" && <Badge>{t("gifts.gold")}</Badge>}
        {obstacle && obstacle.refusal !== "gold-only" && (
          <Badge>{obstacleWords(obstacle, t, figures)}</Badge>
        )}
        {!obstacle && left !== null && <Badge tone="warn">{t("gifts.left", { left })}</Badge>}
        {!obstacle && gift.endsAt && (
          <Badge tone="warn">{t("gifts.ends", { day: figures.lastDay(gift.endsAt) })}</Badge>
        )}
      </p>
    </div>
  );
}
