import type { Visit } from "#app/modules/garage/visit.ts";
import { entryArithmetic } from "#app/modules/points/entry-words.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";

/** What a visit cost, item by item, and how its points were reckoned. */
export function VisitDetail({ visit }: { visit: Visit }) {
  const t = useT();
  const figures = useFigures();
  const { labourMinor, partsMinor, discountMinor, paidMinor, refundedMinor, earned } = visit;
  const sum = "meta" in earned ? entryArithmetic(t, earned.meta, figures) : null;
  const discount = figures.money(-discountMinor);
  // What the cashier let go for a round sum.
  const letGoMinor = labourMinor + partsMinor - discountMinor - paidMinor;
  return (
    <Disclosure summary={t("garage.detail")}>
      <KeyValue
        facts={[
          { label: t("garage.detail.labour"), value: figures.money(labourMinor) },
          { label: t("garage.detail.parts"), value: figures.money(partsMinor) },
          ...(discountMinor === 0 ? [] : [{ label: t("garage.detail.discount"), value: discount }]),
          ...(letGoMinor === 0
            ? []
            : [{ label: t("garage.detail.letGo"), value: figures.money(-letGoMinor) }]),
          {
            label: t("garage.detail.paid"),
            value: <strong>{figures.money(paidMinor)}</strong>,
          },
          ...(refundedMinor === 0
            ? []
            : [{ label: t("garage.detail.refunded"), value: figures.money(-refundedMinor) }]),
          ...(sum ? [{ label: t("garage.detail.sum"), value: sum }] : []),
        ]}
      />
    </Disclosure>
  );
}
