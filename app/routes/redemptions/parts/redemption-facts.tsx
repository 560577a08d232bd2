import { Link } from "@remix-run/react";
import type { RedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";
import { RedemptionStateBadge, RedemptionWarnings } from "./redemption-badges.tsx";
import { useBoth } from "./use-both.ts";

/** Whether whoever looks may read the member's statement, see payments, and bring pieces to other stores. */
export type RedemptionLinks = { entry: boolean; payment: boolean; transfer: boolean };

interface RedemptionFactsProps {
  redemption: RedemptionPage;
  links: RedemptionLinks;
}

/** Whose it is, as large as what it is: that is what the desk compares; then what was taken, and where it is. */
export function RedemptionFacts({ redemption, links }: RedemptionFactsProps) {
  const t = useT();
  return (
    <div className="min-w-0">
      <Sheet>
        <p className="caption">{t("redemptions.desk.owner")}</p>
        <p className="text-[1.375rem] leading-tight font-semibold">
          <bdi>{redemption.memberName}</bdi>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4">
          <Link to={`/admin/members/${redemption.memberNumber}`} className="figure">
            {redemption.memberNumber}
          </Link>
          <TierMark tier={redemption.memberTier}>{t(`tier.${redemption.memberTier}`)}</TierMark>
        </p>
        {redemption.collectorName && (
          <div className="mt-3 border-t border-rule pt-3">
            <p className="caption">{t("redemptions.desk.substitute")}</p>
            <p className="font-semibold">
              <bdi>{redemption.collectorName}</bdi>
            </p>
          </div>
        )}
      </Sheet>
      <Section
        id="taken"
        title={t("redemptions.desk.taken")}
        more={<RedemptionStateBadge state={redemption.state} />}
        className="mt-7!"
      >
        <KeyValue facts={useFacts(redemption, links)} />
      </Section>
      {redemption.address && <Parcel address={redemption.address} />}
    </div>
  );
}

function useFacts(redemption: RedemptionPage, links: RedemptionLinks): Fact[] {
  const t = useT();
  const both = useBoth();
  const figures = useFigures();
  const { id, state, fulfilment, store, liesAt, collectBy, voucher, entryId } = redemption;
  const onShelf = state === "requested" || state === "ready";
  const points = t("redemptions.desk.points", {
    points: redemption.points,
    figure: figures.points(redemption.points),
  });
  const money = figures.moneyIn(redemption.moneyMinor, redemption.currency);
  const facts: (Fact | false)[] = [
    { label: t("redemptions.desk.number"), value: id },
    { label: t("redemptions.desk.sku"), value: redemption.sku },
    { label: t("redemptions.desk.piecesOf"), value: redemption.quantity },
    {
      label: t("redemptions.desk.price"),
      value:
        entryId !== null && links.entry ? (
          <Link to={`/admin/members/${redemption.memberNumber}/entries/${entryId}`}>{points}</Link>
        ) : (
          points
        ),
    },
    redemption.moneyMinor > 0 && {
      label: t("redemptions.desk.money"),
      value: (
        <>
          {links.payment && redemption.paymentId !== null ? (
            <Link to={`/admin/payments/${redemption.paymentId}`}>{money}</Link>
          ) : (
            money
          )}
          <span className="flex justify-end">
            <RedemptionWarnings unpaid={redemption.unpaid} />
          </span>
        </>
      ),
    },
    { label: t("redemptions.desk.col.since"), value: figures.day(redemption.takenAt) },
    {
      label: t("redemptions.desk.how"),
      value: t(`redemptions.desk.how.${fulfilment}`),
    },
    store !== null && { label: t("redemptions.desk.col.store"), value: both(store) },
    onShelf && {
      label: t("redemptions.desk.col.lies"),
      value: (
        <>
          {liesAt ? both(liesAt) : t("redemptions.desk.storeRoom")}
          {links.transfer && (
            <>
              {" · "}
              <Link to={`/admin/stock/${redemption.stockItemId}/transfer`}>
                {t("redemptions.desk.otherShelves")}
              </Link>
            </>
          )}
        </>
      ),
    },
    state === "ready" &&
      collectBy !== null && {
        label: t("redemptions.desk.col.until"),
        value: figures.lastDay(collectBy),
      },
    redemption.carrier !== null && {
      label: t("redemptions.desk.carrier"),
      value: redemption.carrier,
    },
    redemption.trackingNumber !== null && {
      label: t("redemptions.desk.trackingNumber"),
      value: <span className="break-all">{redemption.trackingNumber}</span>,
    },
    voucher !== null && {
      label: t("redemptions.desk.voucherUsed"),
      value: t("redemptions.desk.voucherUses", { used: voucher.used, uses: voucher.uses }),
    },
    voucher !== null && {
      label: t("redemptions.desk.validThrough"),
      value: figures.calendarDay(voucher.validThrough),
    },
    redemption.termsVersion !== null && {
      label: t("redemptions.desk.terms"),
      value: redemption.termsVersion,
    },
  ];
  return facts.filter((fact) => fact !== false);
}

function Parcel({ address }: { address: NonNullable<RedemptionPage["address"]> }) {
  const t = useT();
  return (
    <Section id="address" title={t("redemptions.desk.address")} className="mt-7!">
      <address className="rounded-sm border border-rule bg-sheet p-3 break-words whitespace-pre-line not-italic">
        {[address.recipient, address.phone, address.lines, address.postalCode]
          .filter(Boolean)
          .join("\n")}
      </address>
      <p className="mt-2 text-[0.9375rem] text-ink-soft">{t("redemptions.desk.address.kept")}</p>
    </Section>
  );
}
