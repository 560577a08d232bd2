import { Link } from "@remix-run/react";
import type { OwnRedemptionPage } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";

/** What it cost, where it is, and where its points went. */
export function OwnRedemptionFacts({ redemption }: { redemption: OwnRedemptionPage }) {
  const t = useT();
  const figures = useFigures();
  const { address, entryId, giftId, quantity, points, payment } = redemption;
  const facts: (Fact | false)[] = [
    points > 0 && { label: t("redemptions.fact.points"), value: figures.points(points) },
    payment !== null && {
      label: t("redemptions.fact.money"),
      value: (
        <Link to={`/my/payments/${payment.id}`}>
          {figures.moneyIn(payment.amountMinor, payment.currency)} ·{" "}
          {t(`redemptions.payment.${payment.state}`)}
        </Link>
      ),
    },
    quantity > 1 && { label: t("redemptions.fact.quantity"), value: String(quantity) },
    fact("store", redemption.store),
    fact("collector", redemption.collector),
    address !== null && {
      label: t("redemptions.fact.address"),
      value: (
        <span className="break-words whitespace-pre-line">
          {[address.recipient, address.phone, address.lines, address.postalCode]
            .filter(Boolean)
            .join("\n")}
        </span>
      ),
    },
    fact("carrier", redemption.carrier),
    fact("trackingNumber", redemption.trackingNumber),
    entryId !== null && {
      label: t("redemptions.fact.entry"),
      value: <Link to={`/my/points/${entryId}`}>{t("redemptions.fact.entry.open")}</Link>,
    },
    giftId !== null && {
      label: t("redemptions.fact.gift"),
      value: <Link to={`/my/gifts/${giftId}`}>{t("redemptions.fact.gift.open")}</Link>,
    },
  ];
  return <KeyValue facts={facts.filter((each) => each !== false)} />;

  function fact(
    name: "store" | "collector" | "carrier" | "trackingNumber",
    value: string | null,
  ): Fact | false {
    return value !== null && { label: t(`redemptions.fact.${name}`), value };
  }
}
