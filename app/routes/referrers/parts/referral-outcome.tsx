import { DECLINE_REASONS, LOSS_REASONS } from "#app/modules/leads/stage.ts";
import type { ReferralEvent, ReferralPage } from "#app/modules/referrals/load-referral.server.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

interface ReferralOutcomeProps {
  referral: ReferralPage;
  /** It has just come in: the receipt above says by when the friend is called. */
  isNew: boolean;
}

/** What became of a lead that does not go on, and what else happened to it, in plain sentences. */
export function ReferralOutcome({ referral, isNew }: ReferralOutcomeProps) {
  const t = useT();
  const figures = useFigures();
  const { standing, events, heldUntil, callBy, callIsLate, friendCode } = referral;
  const told = events.filter(({ what }) => what !== standing);
  return (
    <div className="mt-4 grid gap-3">
      <Ended referral={referral} />
      {callBy && !isNew && (
        <p>
          {callIsLate
            ? t("referrers.call.late")
            : t("referrers.call.by", {
                day: figures.lastWeekday(callBy),
                time: figures.time(callBy),
              })}
        </p>
      )}
      {friendCode && !isNew && (
        <p>{t("referrers.receipt.code", { name: referral.name ?? "", code: friendCode })}</p>
      )}
      {told.length > 0 && (
        <ul className="grid gap-1.5">
          {told.map((event) => (
            <li key={event.id}>
              {t("referrers.event", {
                day: figures.day(event.at),
                what: eventWords(event, t),
              })}
            </li>
          ))}
        </ul>
      )}
      {heldUntil && (
        <p className="text-ink-soft">
          {t("referrers.heldUntil", { day: figures.lastDay(heldUntil) })}
        </p>
      )}
    </div>
  );
}

function Ended({ referral }: { referral: ReferralPage }) {
  const t = useT();
  const { standing, endReason } = referral;
  switch (standing) {
    case "gone":
      return <p>{t("referrers.ended.gone")}</p>;
    case "declined":
    case "lost":
      return (
        <Notice announce={false} title={t(`referrers.ended.${standing}`)}>
          {reasonWords(standing, endReason, t)}
        </Notice>
      );
    case "not-taken":
    case "merged":
      return (
        <Notice announce={false} title={t(`referrers.standing.${standing}`)}>
          {t(`referrers.ended.${standing}`)}
        </Notice>
      );
    default:
      return null;
  }
}

/** A reason that staff chose, as the referrer reads it; of one that is not theirs to know there is none. */
export function reasonWords(
  of: "declined" | "lost",
  reason: string | null,
  t: Translate,
): string | undefined {
  if (of === "declined") {
    const known = DECLINE_REASONS.find((each) => each === reason);
    return known && t(`referrers.declined.${known}`);
  }
  const known = LOSS_REASONS.find((each) => each === reason);
  return known && t(`referrers.lost.${known}`);
}

function eventWords({ what, stage, reason }: ReferralEvent, t: Translate): string {
  if (what !== "moved-back") return t(`referrers.event.${what}`);
  return sentences(t.locale, [
    t("referrers.event.moved-back", { stage: t(`referrers.standing.${stage}`) }),
    reasonWords("lost", reason, t),
  ]);
}
