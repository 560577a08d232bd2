import type {
  OwnRedemptionPage,
  OwnStep,
} from "#app/modules/redemptions/load-own-redemptions.server.ts";
import type { RedemptionStepName } from "#app/modules/redemptions/redemption.ts";
import type { Translate, WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Step, Steps } from "#app/ui/steps.tsx";

/** What has happened with it and when, and what comes next. */
export function OwnSteps({ redemption }: { redemption: OwnRedemptionPage }) {
  const t = useT();
  const figures = useFigures();
  const next = nextStep();
  return (
    <Steps>
      {redemption.steps.map((step) => (
        <Step key={`${step.step}-${step.at.getTime()}`} done>
          <p>{stepWords(step, t)}</p>
          <p className="text-[0.9375rem] text-ink-soft">{figures.day(step.at)}</p>
          {step.reason && <p className="break-words whitespace-pre-line">{step.reason}</p>}
        </Step>
      ))}
      {next && <Step done={false}>{next}</Step>}
    </Steps>
  );

  function nextStep(): string | null {
    const { state, fulfilment, store, collectBy, payment } = redemption;
    if (state === "requested" && payment?.state === "open") {
      return t(
        fulfilment === "voucher" ? "redemptions.step.next.voucher" : "redemptions.step.next.paid",
      );
    }
    if (state === "requested" && fulfilment !== "voucher") {
      return t(`redemptions.step.next.${fulfilment}`);
    }
    if (state === "ready" && store && collectBy) {
      return t("redemptions.step.next.ready", { store, day: figures.lastDay(collectBy) });
    }
    return state === "shipped" ? t("redemptions.step.next.shipped") : null;
  }
}

const WORDS: Record<RedemptionStepName, WordKey> = {
  requested: "redemptions.step.requested",
  issued: "redemptions.step.issued",
  ready: "redemptions.step.ready",
  collected: "redemptions.step.collected",
  shipped: "redemptions.step.shipped",
  delivered: "redemptions.step.delivered",
  returned: "redemptions.step.returned",
  cancelled: "redemptions.step.cancelled",
  lapsed: "redemptions.step.lapsed",
  exchanged: "redemptions.step.exchanged",
  reminded: "redemptions.step.reminded",
  used: "redemptions.step.used",
  "use-undone": "redemptions.step.undone",
  "hand-over-undone": "redemptions.step.hand-over-undone",
  extended: "redemptions.step.extended",
  paid: "redemptions.step.paid",
  refunded: "redemptions.step.refunded",
  "collector-named": "redemptions.step.collector-named",
  "collector-removed": "redemptions.step.collector-removed",
};

function stepWords({ step, byOwner, pointsBack, left }: OwnStep, t: Translate): string {
  if (step === "cancelled" && byOwner) return t("redemptions.step.cancelled.own");
  const more = [
    pointsBack !== null &&
      t(pointsBack ? "redemptions.step.pointsBack" : "redemptions.step.pointsGone"),
    left !== null && t("redemptions.usesLeft", { left }),
  ];
  return [t(WORDS[step]), ...more.filter((words) => words !== false)].join(" · ");
}
