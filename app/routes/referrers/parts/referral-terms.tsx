import type { ReferralTerms } from "#app/modules/referrals/load-referrals.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";

/** What the club promises for a friend, stage by stage, and how to be a VIP referrer. */
export function ReferralTermsList({ terms }: { terms: ReferralTerms }) {
  const t = useT();
  const figures = useFigures();
  const { points, pendingDays, acceptedPerMonth, holdDays, vip } = terms;
  const facts: Fact[] = (["accepted", "test-drive", "delivered"] as const).map((stage) => ({
    label: t(`referrers.brings.${stage}`),
    value: <span className="figure">{figures.change(points[stage])}</span>,
  }));
  return (
    <>
      <KeyValue facts={facts} />
      <ul className="mt-4 grid list-disc gap-1.5 pl-5 text-[0.9375rem] text-ink-soft">
        <li>{t("referrers.terms.talk", { count: acceptedPerMonth })}</li>
        <li>{t("referrers.terms.pending", { days: pendingDays })}</li>
        <li>{t("referrers.terms.hold", { days: holdDays })}</li>
        <li>{t("referrers.terms.vip", { count: vip.leads, months: vip.months })}</li>
      </ul>
      {terms.vipUntil && (
        <p className="mt-4 font-semibold">
          {t("referrers.vipUntil", { day: figures.lastDay(terms.vipUntil) })}
        </p>
      )}
    </>
  );
}
