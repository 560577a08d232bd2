import { formatPoints, formatSpokenMoney } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, LetterLink, Reason, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

export type TierChangedProps = {
  name: string;
  /** What they are now. */
  tier: "gold" | "silver";
  cause:
    | "status_points"
    | "renewed"
    | "granted"
    | "dues"
    /** A year paid for that goes on where their gold ends. */
    | "dues_ahead"
    | "ended"
    | "withdrawn"
    | "dues_withdrawn";
  /** The first day of gold that is still to come, YYYY-MM-DD. */
  from?: string;
  /** Gold's last day, YYYY-MM-DD. */
  through: string | null;
  /** Of whoever granted or withdrew it. */
  reason: string | null;
  /** The payment whose receipt goes with it. */
  paymentId?: number;
};

/** Gold begun, prolonged or ended. */
export const tierChanged: Template<TierChangedProps> = {
  subject: ({ t }, { cause }) => t(`mail.tier.${cause}.subject`),
  body: (context, { name, tier, cause, from, through, reason, paymentId }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.tier.${cause}.words`)}
        heading={t(tier === "gold" ? "mail.tier.headingGold" : "mail.tier.headingSilver", { name })}
        because={t("mail.because.tier", { club: clubName })}
      >
        <Words>{t(`mail.tier.${cause}.words`)}</Words>
        {reason && <Reason context={context}>{reason}</Reason>}
        {from && <Words>{t("mail.tier.from", { day: formatCalendarDay(from, locale) })}</Words>}
        {tier === "gold" && through && (
          <Words>{t("mail.tier.through", { day: formatCalendarDay(through, locale) })}</Words>
        )}
        <Words>{t(tier === "gold" ? "mail.tier.goldNext" : "mail.tier.silverNext")}</Words>
        <LetterButton href={`${origin}/my/tier`}>{t("mail.tier.open")}</LetterButton>
        {paymentId !== undefined && (
          <LetterLink href={`${origin}/my/payments/${paymentId}`}>
            {t("mail.tier.receipt")}
          </LetterLink>
        )}
      </Letter>
    );
  },
};

export type TierWarningProps = {
  name: string;
  /** `ending`: gold has some time left. `grace`: it has ended and is kept for a while. */
  phase: "ending" | "grace";
  /** The last day on which catching up keeps it, YYYY-MM-DD. */
  through: string;
  /** Status points missing. */
  pointsNeeded: number;
  /** What one would have to pay for service to earn them, in minor units of `currency`. */
  serviceMinor: number;
  currency: string;
  /** What the next year of gold costs, for who has paid for this one. */
  duesMinor?: number;
};

/** Gold that would end: by when, and what keeps it. */
export const tierWarning: Template<TierWarningProps> = {
  subject: ({ t, locale }, { phase, through }) =>
    t(`mail.tierWarning.${phase}.subject`, { day: formatCalendarDay(through, locale) }),
  body: (context, { name, phase, through, pointsNeeded, serviceMinor, currency, duesMinor }) => {
    const { t, locale, origin, clubName } = context;
    const day = formatCalendarDay(through, locale);
    const money = formatSpokenMoney(serviceMinor, currency, locale);
    const points = formatPoints(pointsNeeded, locale);
    return (
      <Letter
        context={context}
        preview={t("mail.tierWarning.keeps", { money, day })}
        heading={t("mail.tierWarning.heading", { name })}
        because={t("mail.because.tier", { club: clubName })}
      >
        <Words>{t(`mail.tierWarning.${phase}.words`, { day })}</Words>
        <Figure value={points} caption={t("mail.tierWarning.missing")} />
        <Words>{t("mail.tierWarning.keeps", { money, day })}</Words>
        {duesMinor === undefined ? (
          <LetterButton href={`${origin}/my/tier`}>{t("mail.tierWarning.open")}</LetterButton>
        ) : (
          <>
            <Words>
              {t(`mail.tierWarning.dues.${phase}`, {
                dues: formatSpokenMoney(duesMinor, currency, locale),
              })}
            </Words>
            <LetterButton href={`${origin}/my/tier/gold`}>{t("mail.tierWarning.pay")}</LetterButton>
            <LetterLink href={`${origin}/my/tier`}>{t("mail.tierWarning.open")}</LetterLink>
          </>
        )}
      </Letter>
    );
  },
};
