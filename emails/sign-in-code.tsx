import { formatMoment } from "#app/platform/words/format.ts";
import { Figure, Letter, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";

export type SignInCodeProps = {
  /** Six digits; taken out of what is kept once the letter is sent or the code has ended. */
  code?: string;
  purpose: "sign-in" | "set-password";
  expiresAt: string;
};

export function signInCodeSubject({ t, clubName }: LetterContext, { code }: SignInCodeProps) {
  return t("mail.code.subject", { code: spaced(code), club: clubName });
}

/** The six digits by which somebody proves that an inbox is theirs. */
export function SignInCode({ context, props }: { context: LetterContext; props: SignInCodeProps }) {
  const { t, locale, timeZone } = context;
  const setting = props.purpose === "set-password";
  return (
    <Letter
      context={context}
      preview={t(setting ? "mail.code.forPassword" : "mail.code.forSignIn")}
      heading={t("mail.code.heading")}
      because={t("mail.code.because")}
    >
      <Words>{t(setting ? "mail.code.forPassword" : "mail.code.forSignIn")}</Words>
      <Figure
        value={spaced(props.code)}
        caption={t("mail.code.until", { moment: formatMoment(props.expiresAt, locale, timeZone) })}
      />
      <Words soft>{t("mail.code.never")}</Words>
    </Letter>
  );
}

/** Two groups of three, as people read them out. */
const spaced = (code: string | undefined) =>
  code ? `${code.slice(0, 3)} ${code.slice(3)}` : "••• •••";
