import { formatDay, formatMoney } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

const PAGE = "/my/gold-subscription";

export type GoldRenewalProps = {
  name: string;
  /** What will be charged, in the smallest unit of `currency`. */
  amountMinor: number;
  /** What it was; null where it is the same. */
  beforeMinor: number | null;
  currency: string;
  /** When it is charged, ISO 8601. */
  at: string;
};

/** To a subscriber, before their gold is renewed and charged: the sum, the day, and how to end it. */
export const goldRenewal: Template<GoldRenewalProps> = {
  subject: ({ t, locale, timeZone }, { at }) =>
    t("mail.goldSubscription.renewal.subject", { day: formatDay(at, locale, timeZone) }),
  body: (context, { name, amountMinor, beforeMinor, currency, at }) => {
    const { t, locale, origin, clubName, timeZone } = context;
    const day = formatDay(at, locale, timeZone);
    return (
      <Letter
        context={context}
        preview={t("mail.goldSubscription.renewal.words", { day })}
        heading={t("mail.dear", { name })}
        because={t("mail.goldSubscription.because", { club: clubName })}
      >
        <Words>{t("mail.goldSubscription.renewal.words", { day })}</Words>
        <Figure
          value={formatMoney(amountMinor, currency, locale)}
          caption={t("mail.goldSubscription.renewal.caption", { day })}
        />
        {beforeMinor !== null && (
          <Words>
            {t("mail.goldSubscription.renewal.price", {
              before: formatMoney(beforeMinor, currency, locale),
            })}
          </Words>
        )}
        <Words>{t("mail.goldSubscription.renewal.cancel", { day })}</Words>
        <LetterButton href={origin + PAGE}>{t("mail.goldSubscription.manage")}</LetterButton>
      </Letter>
    );
  },
};

/** How long gold lasts as things stand, as days; null for somebody who is silver. */
type Kept = { goldThrough: string | null; keptThrough: string | null };

export type GoldDuesFailedProps = Kept & {
  name: string;
  amountMinor: number;
  currency: string;
  /** When the card is charged again, ISO 8601; null where it is not. */
  again: string | null;
};

/** To a subscriber whose card could not be charged. */
export const goldDuesFailed: Template<GoldDuesFailedProps> = {
  subject: ({ t }) => t("mail.goldSubscription.failed.subject"),
  body: (context, { name, amountMinor, currency, again, ...kept }) => {
    const { t, locale, origin, clubName, timeZone } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.goldSubscription.failed.words")}
        heading={t("mail.dear", { name })}
        because={t("mail.goldSubscription.because", { club: clubName })}
      >
        <Words>{t("mail.goldSubscription.failed.words")}</Words>
        <Figure
          value={formatMoney(amountMinor, currency, locale)}
          caption={t("mail.goldSubscription.failed.caption")}
        />
        <Words>
          {again
            ? t("mail.goldSubscription.failed.again", { day: formatDay(again, locale, timeZone) })
            : t("mail.goldSubscription.failed.last")}
        </Words>
        <KeptWords context={context} {...kept} />
        <LetterButton href={origin + PAGE}>{t("mail.goldSubscription.manage")}</LetterButton>
      </Letter>
    );
  },
};

export type GoldRenewalOffProps = Kept & {
  name: string;
  /** `unpaid`: it ended because it could not be charged. `ended`: somebody ended it. */
  why: "ended" | "unpaid";
};

/** To somebody whose gold will not be renewed by itself any more. */
export const goldRenewalOff: Template<GoldRenewalOffProps> = {
  subject: ({ t }) => t("mail.goldSubscription.off.subject"),
  body: (context, { name, why, ...kept }) => {
    const { t, origin, clubName } = context;
    const words = t(`mail.goldSubscription.off.${why}`);
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.goldSubscription.because", { club: clubName })}
      >
        <Words>{words}</Words>
        <KeptWords context={context} {...kept} />
        <Words>{t("mail.goldSubscription.off.back")}</Words>
        <LetterButton href={origin + PAGE}>{t("mail.goldSubscription.open")}</LetterButton>
      </Letter>
    );
  },
};

function KeptWords({ context, goldThrough, keptThrough }: Kept & { context: LetterContext }) {
  const { t, locale } = context;
  if (!goldThrough || !keptThrough) return null;
  const day = formatCalendarDay(goldThrough, locale);
  const kept = formatCalendarDay(keptThrough, locale);
  return (
    <Words>
      {goldThrough === keptThrough
        ? t("mail.goldSubscription.through", { day })
        : t("mail.goldSubscription.kept", { day, kept })}
    </Words>
  );
}
