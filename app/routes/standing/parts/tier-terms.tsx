import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";

interface TierTermsProps {
  rules: Pick<ClubRules, "tiers" | "earning">;
  /** Per cent on top for the owner's card programme; nought for none. */
  programmeBonus: number;
}

/** What the two tiers are, as the club's rules have them today. */
export function TierTerms({ rules, programmeBonus }: TierTermsProps) {
  const t = useT();
  const figures = useFigures();
  const { tiers, earning } = rules;
  const per = {
    money: figures.spokenMoney(earning.minorPerPoint),
    silver: earning.tierPercent.silver / 100,
    gold: earning.tierPercent.gold / 100,
  };
  return (
    <Section id="terms" title={t("tiers.terms")}>
      <dl className="space-y-6">
        <div>
          <dt>
            <TierMark tier="silver">{t("tier.silver")}</TierMark>
          </dt>
          <dd className="mt-1 max-w-prose">{t("tiers.silver", per)}</dd>
        </div>
        <div>
          <dt>
            <TierMark tier="gold">{t("tier.gold")}</TierMark>
          </dt>
          <dd className="mt-1 max-w-prose">
            <ul className="list-disc space-y-1 pl-5">
              <li>{t("tiers.goldEarns", per)}</li>
              <li>
                {t("tiers.goldBy", {
                  points: figures.points(tiers.goldStatusPoints),
                  months: tiers.windowMonths,
                  dues: figures.spokenMoney(tiers.goldDuesMinor),
                })}
              </li>
              <li>{t("tiers.goldLasts", { months: tiers.goldMonths })}</li>
              <li>{t("tiers.goldKept", { days: tiers.graceDays })}</li>
              <li>{t("tiers.goldSafe")}</li>
            </ul>
          </dd>
        </div>
        {programmeBonus > 0 && (
          <div>
            <dt className="font-semibold">{t("tiers.programme")}</dt>
            <dd className="mt-1 max-w-prose">
              {t("tiers.programmeBonus", { percent: programmeBonus })}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
