import type {
  RedemptionPage,
  RedemptionStepShown,
} from "#app/modules/redemptions/load-redemption-page.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

/** Every step of a redemption: what, when, by whom, and what was said of it. */
export function RedemptionSteps({ redemption }: { redemption: RedemptionPage }) {
  const { t, locale, timeZone } = useWords();
  return (
    <Section id="steps" title={t("redemptions.desk.steps")}>
      <ol className="border-t border-rule">
        {redemption.steps.map((step) => (
          <li key={step.id} className="border-b border-rule py-2">
            <p className="flex flex-wrap justify-between gap-x-6">
              <span className="font-semibold">
                {t(`redemptions.desk.step.${step.step}` as WordKey)}
              </span>
              <span className="text-ink-soft">
                {t("redemptions.desk.step.who", {
                  when: formatMoment(step.at, locale, timeZone),
                  who: step.by ?? t("redemptions.desk.step.itself"),
                })}
              </span>
            </p>
            <StepDetail detail={step.detail} collectorName={redemption.collectorName} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function StepDetail({
  detail,
  collectorName,
}: {
  detail: RedemptionStepShown["detail"];
  collectorName: string | null;
}) {
  const t = useT();
  const { reason, collector, pieces, toShelf, pointsBack, store, left } = detail;
  const said = [
    collector === "substitute" &&
      t("redemptions.desk.step.substitute", { name: collectorName ?? "—" }),
    pieces !== undefined && t("redemptions.desk.step.pieces", { count: pieces }),
    store,
    left !== undefined && t("redemptions.desk.step.left", { count: left }),
    toShelf !== undefined &&
      t(toShelf ? "redemptions.desk.step.toShelf" : "redemptions.desk.step.spoilt"),
    pointsBack !== undefined &&
      t(pointsBack ? "redemptions.desk.step.pointsBack" : "redemptions.desk.step.pointsGone"),
    reason,
  ].filter((line) => line !== false && line !== undefined);
  if (said.length === 0) return null;
  return <p className="break-words whitespace-pre-line text-ink-soft">{said.join(" · ")}</p>;
}
