import { formatMoment } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

export type DrawEnteredProps = {
  name: string;
  drawEn: string;
  drawZh: string;
  /** The end of the draw's address. */
  slug: string;
  /** As it is shown: `7G3K-9QPA`. */
  entry: string;
  /** 1 or more. */
  tickets: number;
  /** When it is drawn, as an ISO instant. */
  drawAt: string;
};

/** To who takes part in a draw, once its list is closed: their number, and where to see that it is fair. */
export const drawEntered: Template<DrawEnteredProps> = {
  subject: ({ t, locale }, { drawEn, drawZh }) =>
    t("mail.drawEntered.subject", { draw: inLanguage(locale, { en: drawEn, zh: drawZh }) }),
  body: (context, props) => {
    const { t, locale, origin, clubName, timeZone } = context;
    const draw = inLanguage(locale, { en: props.drawEn, zh: props.drawZh });
    const words = t("mail.drawEntered.words", { draw });
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={t("mail.drawEntered.because", { draw, club: clubName })}
      >
        <Words>{words}</Words>
        <Facts
          rows={[
            { name: t("mail.drawWon.entry"), value: props.entry },
            ...(props.tickets > 1
              ? [{ name: t("mail.drawEntered.tickets"), value: String(props.tickets) }]
              : []),
            {
              name: t("mail.drawEntered.drawAt"),
              value: formatMoment(props.drawAt, locale, timeZone),
            },
          ]}
        />
        <Words soft>{t("mail.drawEntered.fair")}</Words>
        <LetterButton href={`${origin}/draws/${props.slug}`}>
          {t("mail.drawEntered.open")}
        </LetterButton>
      </Letter>
    );
  },
};

export type DrawWonProps = {
  name: string;
  drawEn: string;
  drawZh: string;
  prizeEn: string;
  prizeZh: string;
  /** As it is shown: `7G3K-9QPA`. */
  entry: string;
  /** The last day on which it is kept: YYYY-MM-DD. */
  claimBy: string;
};

/** What somebody won in a draw, and until when it is kept for them. */
export const drawWon: Template<DrawWonProps> = {
  subject: ({ t, locale }, { drawEn, drawZh }) =>
    t("mail.drawWon.subject", { draw: inLanguage(locale, { en: drawEn, zh: drawZh }) }),
  body: (context, props) => {
    const { t, locale, origin, clubName } = context;
    const draw = inLanguage(locale, { en: props.drawEn, zh: props.drawZh });
    const words = t("mail.drawWon.words", { draw });
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={t("mail.drawWon.because", { club: clubName })}
      >
        <Words>{words}</Words>
        <Facts
          rows={[
            {
              name: t("mail.drawWon.prize"),
              value: inLanguage(locale, { en: props.prizeEn, zh: props.prizeZh }),
            },
            { name: t("mail.drawWon.entry"), value: props.entry },
            { name: t("mail.drawWon.claimBy"), value: formatCalendarDay(props.claimBy, locale) },
          ]}
        />
        <Words soft>{t("mail.drawWon.named")}</Words>
        <LetterButton href={`${origin}/my/draws`}>{t("mail.drawWon.open")}</LetterButton>
      </Letter>
    );
  },
};
