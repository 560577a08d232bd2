import type { SellRefusal } from "#app/modules/dues/sell-gold-year.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { NothingToPayNow } from "./nothing-to-pay-now.tsx";

/** Why a year was not sold. */
export function SellNews({ refused }: { refused: SellRefusal | null }) {
  return (
    refused && (
      <Notice tone="refusal">
        <Words refused={refused} />
      </Notice>
    )
  );
}

function Words({ refused }: { refused: SellRefusal }) {
  const t = useT();
  const figures = useFigures();
  switch (refused.refusal) {
    case "not-yet":
    case "renews-itself":
    case "without-end":
    case "not-sold":
      return <NothingToPayNow nothing={refused} />;
    case "price-changed":
      return t("dues.refused.price-changed", { price: figures.money(refused.amountMinor) });
    case "account-closed":
      return t("dues.sell.refused.account-closed");
    case "no-such-member":
    case "no-such-payment":
      return null;
    default:
      return t(`payments.record.refused.${refused.refusal}`);
  }
}
