import type { ReferralReward } from "#app/modules/leads/referral-view.ts";
import type { Stage } from "#app/modules/leads/stage.ts";
import type { ReferralPage } from "#app/modules/referrals/load-referral.server.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Step, Steps } from "#app/ui/steps.tsx";
import { CampaignBrought, CampaignWillBring } from "./campaign-brought.tsx";
import { reasonWords } from "./referral-outcome.tsx";

/** The stages of a lead: when each was reached, what it brought, and what those ahead will bring. */
export function ReferralWay({ referral }: { referral: ReferralPage }) {
  const t = useT();
  const figures = useFigures();
  return (
    <Steps>
      {referral.way.map(({ stage, at }) => (
        <Step key={stage} done={at !== null}>
          <p className="font-semibold">{t(`referrers.standing.${stage}`)}</p>
          {at && <p className="text-[0.9375rem] text-ink-soft">{figures.moment(at)}</p>}
          <StagePoints stage={stage} isReached={at !== null} referral={referral} />
        </Step>
      ))}
    </Steps>
  );
}

interface StagePointsProps {
  stage: Stage;
  isReached: boolean;
  referral: ReferralPage;
}

function StagePoints({ stage, isReached, referral }: StagePointsProps) {
  const t = useT();
  const figures = useFigures();
  const { rewards, coming, pendingDays } = referral;
  const next = coming.find((each) => each.stage === stage);
  return (
    <>
      {rewards
        .filter((each) => each.stage === stage)
        .map((reward, place) => (
          <Brought key={`${reward.stage}-${place}`} reward={reward} referral={referral} />
        ))}
      {referral.awards
        .filter((each) => each.stage === stage)
        .map((award) => (
          <CampaignBrought key={award.id} award={award} now={referral.now} />
        ))}
      {next && next.points > 0 && (
        <p className="text-[0.9375rem]">
          {sentences(t.locale, [
            t("referrers.willBring", { points: figures.points(next.points) }),
            stage === "accepted" && isReached && t("referrers.willBring.talk"),
            stage === "delivered" &&
              pendingDays > 0 &&
              t("referrers.willBring.pending", { days: pendingDays }),
          ])}
        </p>
      )}
      {referral.extras
        .filter((each) => each.stage === stage)
        .map((extra) => (
          <CampaignWillBring key={`${extra.title.en} ${extra.points}`} extra={extra} />
        ))}
    </>
  );
}

function Brought({ reward, referral }: { reward: ReferralReward; referral: ReferralPage }) {
  const t = useT();
  const figures = useFigures();
  const { points, availableAt, notGiven, takenBackReason } = reward;
  if (notGiven !== null) {
    return (
      <p className="text-[0.9375rem]">
        {t(`referrers.notGiven.${notGiven}`, { count: referral.acceptedPerMonth })}
      </p>
    );
  }
  if (takenBackReason !== null) {
    return (
      <p className="text-[0.9375rem]">
        <s className="figure text-ink-soft">{figures.change(points)}</s> {t("referrers.takenBack")}{" "}
        {reasonWords("lost", takenBackReason, t)}
      </p>
    );
  }
  // A club may give none for a stage.
  if (points === 0) return null;
  return (
    <p className="text-[0.9375rem]">
      <span className="figure text-accent">{figures.change(points)}</span>{" "}
      {availableAt && availableAt > referral.now
        ? t("referrers.availableFrom", { day: figures.day(availableAt) })
        : t("referrers.available")}
    </p>
  );
}
