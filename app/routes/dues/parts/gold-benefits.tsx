import type { DuesPage } from "#app/modules/dues/load-dues-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

/** What gold brings, as the club's rules have it today. */
export function GoldBenefits({ rules }: Pick<DuesPage, "rules">) {
  const t = useT();
  const figures = useFigures();
  const { earning, otherEarning, tiers } = rules;
  const { birthday } = otherEarning;
  return (
    <Section id="brings" title={t("dues.brings")}>
      <ul className="list-disc space-y-1.5 pl-5 max-w-prose">
        <li>
          {t("dues.brings.points", {
            money: figures.spokenMoney(earning.minorPerPoint),
            gold: earning.tierPercent.gold / 100,
            silver: earning.tierPercent.silver / 100,
          })}
        </li>
        {birthday.gold > birthday.silver && (
          <li>
            {t("dues.brings.birthday", {
              gold: figures.points(birthday.gold),
              silver: figures.points(birthday.silver),
            })}
          </li>
        )}
        <li>{t("dues.brings.gifts")}</li>
        <li>{t("dues.brings.end", { months: tiers.goldMonths, days: tiers.graceDays })}</li>
      </ul>
    </Section>
  );
}
