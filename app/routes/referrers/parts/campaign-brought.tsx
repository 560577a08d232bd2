import { Link } from "@remix-run/react";
import type { ComingExtra } from "#app/modules/campaigns/coming.ts";
import type { ShownAward } from "#app/modules/campaigns/load-awards.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { reasonWords } from "./referral-outcome.tsx";

/** What a campaign brought beside a stage's points, or why it did not. */
export function CampaignBrought({ award, now }: { award: ShownAward; now: Date }) {
  const t = useT();
  const figures = useFigures();
  const { points, gift, notGiven, takenBackReason, availableAt } = award;
  const title = inLanguage(t.locale, award.title);
  if (takenBackReason !== null) {
    // What was not given anyway is not worth a word once the stage is gone.
    if (notGiven !== null) return null;
    const what = gift ? inLanguage(t.locale, gift) : figures.change(points);
    return (
      <p className="text-[0.9375rem] text-ink-soft">
        {t("campaigns.takenBack", { what })} {reasonWords("lost", takenBackReason, t)}
      </p>
    );
  }
  if (notGiven !== null) {
    return <p className="text-[0.9375rem]">{t(`campaigns.notGiven.${notGiven}`, { title })}</p>;
  }
  if (gift) return <GiftBrought award={award} gift={inLanguage(t.locale, gift)} title={title} />;
  return (
    <p className="text-[0.9375rem]">
      <span className="figure text-accent">{figures.change(points)}</span>{" "}
      {t("campaigns.brought.points", { title })}
      {availableAt && availableAt > now && (
        <>, {t("referrers.availableFrom", { day: figures.day(availableAt) })}</>
      )}
    </p>
  );
}

function GiftBrought({ award, gift, title }: { award: ShownAward; gift: string; title: string }) {
  const t = useT();
  const { waits, redemption, handedOut } = award;
  return (
    <p className="text-[0.9375rem]">
      <span className="text-accent">{t("campaigns.brought.gift", { title, gift })}</span>{" "}
      {waits && t(`campaigns.brought.waits.${waits}`)}
      {handedOut && t("campaigns.brought.handedOut")}
      {redemption && (
        <Link to={`/my/redemptions/${redemption.id}`}>{t("campaigns.brought.yours")}</Link>
      )}
    </p>
  );
}

/** What a campaign will bring beside a stage that is ahead. */
export function CampaignWillBring({ extra }: { extra: ComingExtra }) {
  const t = useT();
  const figures = useFigures();
  const title = inLanguage(t.locale, extra.title);
  const { points, gift, reachBy } = extra;
  return (
    <p className="text-[0.9375rem]">
      {sentences(t.locale, [
        gift
          ? t("campaigns.will.gift", { title, gift: inLanguage(t.locale, gift) })
          : t("campaigns.will.points", { title, points: figures.points(points) }),
        reachBy
          ? t("campaigns.will.reachBy", { day: figures.calendarDay(reachBy) })
          : t("campaigns.will.left"),
      ])}
    </p>
  );
}
