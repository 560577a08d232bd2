import { formatMoment } from "#app/platform/words/format.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type NewSignInProps = {
  name: string;
  /** The browser and the machine, as well as they can be told. */
  device: string;
  /** An address of the network, or a place. */
  place: string;
  /** ISO 8601. */
  at: string;
};

/** Somebody signed in with a browser that was not known. */
export const newSignIn: Template<NewSignInProps> = {
  subject: ({ t, clubName }) => t("mail.newSignIn.subject", { club: clubName }),
  body: (context, { name, device, place, at }) => {
    const { t, locale, timeZone, origin } = context;
    return (
      <Letter
        context={context}
        preview={device}
        heading={t("mail.dear", { name })}
        because={t("mail.because.safety")}
      >
        <Words>{t("mail.newSignIn.words")}</Words>
        <Facts
          rows={[
            { name: t("mail.fact.device"), value: device },
            { name: t("mail.fact.place"), value: place },
            { name: t("mail.fact.when"), value: formatMoment(at, locale, timeZone) },
          ]}
        />
        <Words>{t("mail.newSignIn.next")}</Words>
        <LetterButton href={`${origin}/password`}>{t("mail.safety.newPassword")}</LetterButton>
      </Letter>
    );
  },
};

export type SecurityChangedProps = {
  name: string;
  what:
    | "authenticator-added"
    | "authenticator-removed"
    | "passkey-added"
    | "passkey-removed"
    | "recovery-codes"
    | "recovery-code-used"
    | "password-set";
  /** ISO 8601. */
  at: string;
};

/** How somebody signs in has changed. */
export const securityChanged: Template<SecurityChangedProps> = {
  subject: ({ t }, { what }) => t(`mail.security.${what}.subject`),
  body: (context, { name, what, at }) => {
    const { t, locale, timeZone, origin } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.security.next")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.safety")}
      >
        <Words>
          {t(`mail.security.${what}.words`, { moment: formatMoment(at, locale, timeZone) })}
        </Words>
        <Words>{t("mail.security.next")}</Words>
        <LetterButton href={`${origin}/password`}>{t("mail.safety.newPassword")}</LetterButton>
      </Letter>
    );
  },
};

export type EmailTakenProps = { name: string };

/** Somebody wanted to sign in with an address that is this reader's already. */
export const emailTaken: Template<EmailTakenProps> = {
  subject: ({ t, clubName }) => t("mail.emailTaken.subject", { club: clubName }),
  body: (context, { name }) => {
    const { t, origin } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.emailTaken.words")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.safety")}
      >
        <Words>{t("mail.emailTaken.words")}</Words>
        <Words>{t("mail.emailTaken.next")}</Words>
        <LetterButton href={`${origin}/sign-in`}>{t("mail.emailChanged.open")}</LetterButton>
      </Letter>
    );
  },
};

export type EmailChangedProps = {
  name: string;
  /** Both masked: either letter may reach the wrong hands. */
  oldEmail: string;
  newEmail: string;
  /** Which of the two addresses this letter goes to. */
  side: "old" | "new";
};

/** The address to sign in with is another one now; both are told. */
export const emailChanged: Template<EmailChangedProps> = {
  subject: ({ t, clubName }) => t("mail.emailChanged.subject", { club: clubName }),
  body: (context, { name, oldEmail, newEmail, side }) => {
    const { t, origin } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.emailChanged.${side}`)}
        heading={t("mail.dear", { name })}
        because={t("mail.because.safety")}
      >
        <Words>{t("mail.emailChanged.words")}</Words>
        <Facts
          rows={[
            { name: t("mail.fact.oldEmail"), value: oldEmail },
            { name: t("mail.fact.newEmail"), value: newEmail },
          ]}
        />
        <Words>{t(`mail.emailChanged.${side}`)}</Words>
        {side === "new" && (
          <LetterButton href={`${origin}/sign-in`}>{t("mail.emailChanged.open")}</LetterButton>
        )}
      </Letter>
    );
  },
};
