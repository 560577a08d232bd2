import { Link } from "@remix-run/react";
import type { OwnRedemption } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { GiftPicture } from "#app/site/gift-picture.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { moneyToPay } from "./money-to-pay.ts";
import { OwnRedemptionBadge } from "./own-redemption-badge.tsx";
import { titleWords } from "./title-words.ts";

/** What a member took, as lines of the booklet: what it is, how it stands, and what is next. */
export function OwnRedemptionList({ redemptions }: { redemptions: OwnRedemption[] }) {
  const t = useT();
  const figures = useFigures();

  function next({ state, store, collectBy, voucher, takenAt, payment }: OwnRedemption): string {
    if (payment?.state === "open") {
      const toPay = moneyToPay(payment, t, figures);
      return payment.beingPaid ? `${toPay} ${t("redemptions.toPay.goOn")}` : toPay;
    }
    if (state === "ready" && store && collectBy) {
      return t("redemptions.collectBy", { store, day: figures.lastDay(collectBy) });
    }
    if (state === "requested" && store) return t("redemptions.collectAt", { store });
    if (state === "issued" && voucher) {
      const valid = t("redemptions.validThrough", {
        day: figures.calendarDay(voucher.validThrough),
      });
      if (voucher.expired || voucher.uses === 1) return valid;
      return `${valid} · ${t("redemptions.usesLeft", { left: voucher.left })}`;
    }
    return t("redemptions.takenOn", { day: figures.day(takenAt) });
  }

  return (
    <ul className="border-t border-rule">
      {redemptions.map((redemption) => (
        <li
          key={redemption.id}
          className="relative grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1 min-[40rem]:grid-cols-[4rem_minmax(0,1fr)_auto] border-b border-rule py-3.5"
        >
          <GiftPicture gift={redemption} photo={redemption.photo} sizes="4rem" />
          <div className="min-w-0">
            <p className="font-semibold break-words">
              <Link
                to={`/my/redemptions/${redemption.id}`}
                className="after:absolute after:inset-0"
              >
                {titleWords(redemption, t)}
              </Link>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">{next(redemption)}</p>
          </div>
          <div className="col-start-2 min-[40rem]:col-start-3">
            <OwnRedemptionBadge redemption={redemption} />
          </div>
        </li>
      ))}
    </ul>
  );
}
