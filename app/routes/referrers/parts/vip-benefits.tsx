import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";

interface VipBenefitsProps {
  /** As an admin wrote it; null where nothing is written. */
  benefits: InBoth | null;
  isVip: boolean;
}

/** What a VIP referrer gets, or would get. */
export function VipBenefits({ benefits, isVip }: VipBenefitsProps) {
  const t = useT();
  if (!benefits) return null;
  return (
    <div className="mt-4">
      <h3>{t(isVip ? "campaigns.vip.yours" : "campaigns.vip.others")}</h3>
      <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
        {inLanguage(t.locale, benefits)}
      </p>
    </div>
  );
}
