import type { DelayReason } from "#app/modules/parties/early-access.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

type OfEvent = { name: string; titleEn: string; titleZh: string };

export type EarlyAccessDelayedProps = OfEvent & {
  registrationId: number;
  why: DelayReason;
  /** The last day of it: YYYY-MM-DD. */
  through: string;
};

/** That somebody registers with everybody for a while: why, until when, and how to object. */
export const earlyAccessDelayed: Template<EarlyAccessDelayedProps> = {
  subject: ({ t, locale }, { through }) =>
    t("mail.earlyAccess.subject", { day: formatCalendarDay(through, locale) }),
  body: (context, { name, why, through, ...event }) => {
    const { t, locale, origin, clubName } = context;
    const title = inLanguage(locale, { en: event.titleEn, zh: event.titleZh });
    const day = formatCalendarDay(through, locale);
    return (
      <Letter
        context={context}
        preview={t(`mail.earlyAccess.${why}`, { title })}
        heading={t("mail.dear", { name })}
        because={t("mail.earlyAccess.because", { club: clubName })}
      >
        <Words>{t(`mail.earlyAccess.${why}`, { title })}</Words>
        <Words>{t("mail.earlyAccess.effect", { day })}</Words>
        <Facts rows={[{ name: t("mail.earlyAccess.through"), value: day }]} />
        <Words soft>{t("mail.earlyAccess.object")}</Words>
        <LetterButton href={`${origin}/my/early-access`}>{t("mail.earlyAccess.open")}</LetterButton>
      </Letter>
    );
  },
};

export type EarlyAccessAnsweredProps = OfEvent & {
  answer: "withdrawn" | "stays";
  /** What the organisers write, in their words. */
  note: string;
  /** The last day of it: YYYY-MM-DD. */
  through: string;
  /** What was kept and comes back; `finance`: money. */
  back?: "returned" | "kept" | "finance" | null;
};

/** What the club answers to an objection. */
export const earlyAccessAnswered: Template<EarlyAccessAnsweredProps> = {
  subject: ({ t }, { answer }) => t(`mail.earlyAccess.${answer}.subject`),
  body: (context, { name, answer, note, through, back, ...event }) => {
    const { t, locale, origin, clubName } = context;
    const title = inLanguage(locale, { en: event.titleEn, zh: event.titleZh });
    const words = t(`mail.earlyAccess.${answer}`, {
      title,
      day: formatCalendarDay(through, locale),
    });
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.earlyAccess.because", { club: clubName })}
      >
        <Words>{words}</Words>
        {back && back !== "kept" && <Words>{t(`mail.earlyAccess.back.${back}`)}</Words>}
        <Facts rows={note ? [{ name: t("mail.earlyAccess.note"), value: note }] : []} />
        <LetterButton href={`${origin}/my/early-access`}>{t("mail.earlyAccess.open")}</LetterButton>
      </Letter>
    );
  },
};
