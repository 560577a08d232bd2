import { formatChange } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Reason, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

export type ClaimStepProps = {
  name: string;
  claimId: number;
  /** What is missed, in a few words: an order number, or a day and a store. */
  about: string;
  step: "filed" | "granted" | "on-statement" | "refused" | "withdrawn";
  /** By when there will be an answer: YYYY-MM-DD, a day of the club. */
  dueOn: string | null;
  /** What was booked for it; null while there is nothing to say of points. */
  points: number | null;
  /** The entry it ended in; null where there is none, and in letters from before it was kept. */
  entryId?: number | null;
  reason: string | null;
};

/** A claim for missing points, at each of its steps. */
export const claimStep: Template<ClaimStepProps> = {
  subject: ({ t }, { step, about }) => t(`mail.claim.${step}.subject`, { about }),
  body: (context, { name, claimId, about, step, dueOn, points, entryId, reason }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.claim.${step}.words`, { about })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t(`mail.claim.${step}.words`, { about })}</Words>
        {step === "filed" && dueOn && (
          <Words>{t("mail.claim.due", { day: formatCalendarDay(dueOn, locale) })}</Words>
        )}
        {step === "granted" && points !== null && points !== 0 && (
          <Figure value={formatChange(points, locale)} caption={t("mail.claim.points")} />
        )}
        {reason && <Reason context={context}>{reason}</Reason>}
        {step === "refused" && <Words>{t("mail.claim.refusedNext")}</Words>}
        {step === "on-statement" && entryId ? (
          <LetterButton href={`${origin}/my/points/${entryId}`}>
            {t("mail.claim.openEntry")}
          </LetterButton>
        ) : (
          <LetterButton href={`${origin}/my/claims/${claimId}`}>
            {t("mail.claim.open")}
          </LetterButton>
        )}
      </Letter>
    );
  },
};
