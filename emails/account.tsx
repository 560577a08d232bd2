import { formatDay, formatMoment } from "#app/platform/words/format.ts";
import { Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type ExportReadyProps = {
  name: string;
  /** ISO 8601: until then the archive can be fetched. */
  expiresAt: string;
};

/** The copy of somebody's data that they asked for is there. */
export const exportReady: Template<ExportReadyProps> = {
  subject: ({ t, clubName }) => t("mail.export.subject", { club: clubName }),
  body: (context, { name, expiresAt }) => {
    const { t, locale, timeZone, origin, clubName } = context;
    const moment = formatMoment(expiresAt, locale, timeZone);
    return (
      <Letter
        context={context}
        preview={t("mail.export.until", { moment })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.asked", { club: clubName })}
      >
        <Words>{t("mail.export.words")}</Words>
        <Words>{t("mail.export.until", { moment })}</Words>
        <LetterButton href={`${origin}/my/account`}>{t("mail.export.open")}</LetterButton>
      </Letter>
    );
  },
};

export type ClosingAskedProps = {
  name: string;
  /** ISO 8601: from then on the account is closed. */
  closesAt: string;
};

/** An account will be closed; until then it can be kept. */
export const closingAsked: Template<ClosingAskedProps> = {
  subject: ({ t, locale, timeZone }, { closesAt }) =>
    t("mail.closing.asked.subject", { day: formatDay(closesAt, locale, timeZone) }),
  body: (context, { name, closesAt }) => {
    const { t, locale, timeZone, origin, clubName } = context;
    const day = formatDay(closesAt, locale, timeZone);
    return (
      <Letter
        context={context}
        preview={t("mail.closing.asked.next")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.asked", { club: clubName })}
      >
        <Words>{t("mail.closing.asked.words", { day })}</Words>
        <Words>{t("mail.closing.asked.next")}</Words>
        <LetterButton href={`${origin}/my/account`}>{t("mail.closing.asked.open")}</LetterButton>
      </Letter>
    );
  },
};

export type NamedProps = { name: string };

/** Somebody changed their mind: the account stays. */
export const closingKept: Template<NamedProps> = {
  subject: ({ t }) => t("mail.closing.kept.subject"),
  body: (context, { name }) => {
    const { t, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.closing.kept.words")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.asked", { club: clubName })}
      >
        <Words>{t("mail.closing.kept.words")}</Words>
        <LetterButton href={`${origin}/my`}>{t("mail.openCard")}</LetterButton>
      </Letter>
    );
  },
};

/** The last letter: the account is closed. */
export const accountClosed: Template<NamedProps> = {
  subject: ({ t, clubName }) => t("mail.closing.done.subject", { club: clubName }),
  body: (context, { name }) => {
    const { t, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.closing.done.words")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.asked", { club: clubName })}
      >
        <Words>{t("mail.closing.done.words")}</Words>
        <Words>{t("mail.closing.done.next")}</Words>
      </Letter>
    );
  },
};
