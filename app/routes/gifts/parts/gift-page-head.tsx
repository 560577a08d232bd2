import { Form, Link } from "@remix-run/react";
import type { GiftState } from "#app/modules/gifts/gift-state.ts";
import type { VariantListed } from "#app/modules/gifts/load-gift-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { PageHeader, Sheet } from "#app/ui/page.tsx";
import { STATE_TONES } from "./kept-gifts-table.tsx";

interface GiftPageHeadProps {
  gift: {
    giftId: number;
    titleEn: string;
    titleZh: string;
    state: GiftState;
    variants: Omit<VariantListed, "variantId" | "isArchived" | "sharedWith">[];
    savers: number;
    underWay: number;
    missed: number;
  };
}

/** What a gift is called, how it stands, and what can be done with it as a whole. */
export function GiftPageHead({ gift }: GiftPageHeadProps) {
  const t = useT();
  const figures = useFigures();
  const { giftId, state } = gift;
  const stocks = gift.variants.filter(
    ({ stockItemId }, place) =>
      gift.variants.findIndex((other) => other.stockItemId === stockItemId) === place,
  );
  const sum = (of: "onHand" | "promised" | "free") =>
    figures.points(stocks.reduce((total, stock) => total + stock[of], 0));
  const isArchived = state === "archived";
  const namesOf = (stock: number) =>
    gift.variants
      .filter(({ stockItemId }) => stockItemId === stock)
      .map(({ sku, nameEn, nameZh }) => inLanguage(t.locale, { en: nameEn, zh: nameZh }) || sku)
      .join(", ");
  return (
    <>
      <PageHeader
        title={
          <>
            {inLanguage(t.locale, { en: gift.titleEn, zh: gift.titleZh })}{" "}
            <Badge tone={STATE_TONES[state]}>{t(`giftKeeping.state.${state}`)}</Badge>
          </>
        }
        actions={
          <>
            <ButtonLink to={`/admin/gifts/${giftId}/preview`} look="quiet">
              {t("giftKeeping.preview")}
            </ButtonLink>
            <Form method="post">
              <Button
                name="intent"
                value={isArchived ? "bring-back" : "archive"}
                look={isArchived ? "quiet" : "danger"}
              >
                {t(isArchived ? "giftKeeping.bringBack" : "giftKeeping.archive")}
              </Button>
            </Form>
          </>
        }
      />
      <div className="mb-6">
        <Sheet>
          <KeyValue
            layout="pairs"
            facts={[
              { label: t("giftKeeping.col.free"), value: sum("free") },
              { label: t("giftKeeping.col.onHand"), value: sum("onHand") },
              { label: t("giftKeeping.col.promised"), value: sum("promised") },
              { label: t("giftKeeping.col.savers"), value: figures.points(gift.savers) },
              { label: t("giftKeeping.underWay"), value: figures.points(gift.underWay) },
              { label: t("giftKeeping.missed"), value: figures.points(gift.missed) },
            ]}
          />
          <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
            {stocks.map(({ stockItemId }) => (
              <Link
                key={stockItemId}
                to={`/admin/stock/${stockItemId}`}
                className="text-accent underline"
              >
                {stocks.length === 1
                  ? t("giftKeeping.toStock")
                  : t("giftKeeping.toStockOf", { names: namesOf(stockItemId) })}
              </Link>
            ))}
          </p>
        </Sheet>
      </div>
    </>
  );
}
