import type { GiftField } from "#app/modules/gifts/gift-fields.ts";
import type { PriceMeaning } from "#app/modules/gifts/price-meaning.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";

/** What a gift's page can have just done. */
export const GIFT_DONE = [
  "added",
  "saved",
  "archive",
  "bring-back",
  "variant",
  "photo",
  "photo-order",
  "photo-removed",
] as const;
/** Why it can have refused it. */
export const GIFT_REFUSED = [
  "mistakes",
  "sku-taken",
  "changed-meanwhile",
  "price-to-agree",
  "variant",
  "variant-sku",
  "last-variant",
  "no-such-stock",
  "no-picture",
  "not-a-picture",
  "too-large",
  "busy",
  "too-many-photos",
] as const;

interface KeptGiftNewsProps {
  done: (typeof GIFT_DONE)[number] | null;
  refused: (typeof GIFT_REFUSED)[number] | null;
  /** What somebody else has saved since the form began. */
  changed: { field: GiftField; now: string }[] | null;
  meaning: PriceMeaning | null;
  currency: string;
}

/** What has just become of a gift, or why nothing has. */
export function KeptGiftNews({ done, refused, changed, meaning, currency }: KeptGiftNewsProps) {
  const t = useT();
  if (!done && !refused) return null;
  return (
    <div className="mb-6 grid gap-4" id="news">
      {refused ? (
        <Notice
          tone={meaning ? "warn" : "refusal"}
          title={t(meaning ? "giftKeeping.meaning.title" : "giftKeeping.refused")}
        >
          {meaning ? (
            <Meaning meaning={meaning} currency={currency} />
          ) : (
            t(`giftKeeping.refused.${refused}`)
          )}
        </Notice>
      ) : (
        done && <Notice tone="ok">{t(`giftKeeping.done.${done}`)}</Notice>
      )}
      {changed && changed.length > 0 && (
        <Table
          caption={t("giftKeeping.changedBy")}
          columns={[
            {
              key: "field",
              head: t("giftKeeping.changedBy"),
              cell: ({ field }) => t(`giftKeeping.field.${field}`),
            },
            {
              key: "now",
              head: t("giftKeeping.changedTo"),
              cell: ({ now }) => (now === "" ? t("giftKeeping.nothing") : now),
            },
          ]}
          rows={changed}
          rowKey={({ field }) => field}
        />
      )}
    </div>
  );
}

/** What another price does to those who save for the gift. */
function Meaning({ meaning, currency }: { meaning: PriceMeaning; currency: string }) {
  const t = useT();
  const figures = useFigures();
  const { before, after } = meaning;
  const price = ({ points, moneyMinor }: PriceMeaning["before"]) =>
    [
      (points > 0 || moneyMinor === 0) &&
        t("giftKeeping.points", { points: figures.points(points) }),
      moneyMinor > 0 && figures.moneyIn(moneyMinor, currency),
    ]
      .filter(Boolean)
      .join(" + ");
  return (
    <>
      <p>{t("giftKeeping.meaning.savers", { count: meaning.savers })}</p>
      <p>
        {before.points === after.points
          ? t("giftKeeping.meaning.money", { before: price(before), after: price(after) })
          : t("giftKeeping.meaning.able", {
              before: price(before),
              ableBefore: figures.points(meaning.ableBefore),
              after: price(after),
              ableAfter: figures.points(meaning.ableAfter),
            })}
      </p>
      <p>{t("giftKeeping.meaning.next")}</p>
    </>
  );
}
