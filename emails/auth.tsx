import { formatMoment } from "#app/platform/words/format.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { Figure, Letter, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type SignInCodeProps = {
  /** Six digits; taken out of what is kept once the letter is sent or the code has ended. */
  code?: string;
  /** What the code is good for. */
  purpose: "sign-in" | "set-password" | "join" | "refer" | "confirm" | "change-email";
  expiresAt: string;
};

/** For whoever has no account yet, something other than signing in. */
const BECAUSE: Partial<Record<SignInCodeProps["purpose"], WordKey>> = {
  join: "mail.code.becauseJoin",
  refer: "mail.code.becauseRefer",
};

/** The six digits by which somebody proves that an inbox is theirs. */
export const signInCode: Template<SignInCodeProps> = {
  subject: ({ t, clubName }, { code }) =>
    t("mail.code.subject", { code: spaced(code), club: clubName }),
  body: (context, { code, purpose, expiresAt }) => {
    const { t, locale, timeZone } = context;
    const what = t(`mail.code.for.${purpose}`);
    return (
      <Letter
        context={context}
        preview={what}
        heading={t("mail.code.heading")}
        because={t(BECAUSE[purpose] ?? "mail.code.because")}
      >
        <Words>{what}</Words>
        <Figure
          value={spaced(code)}
          caption={t("mail.code.until", { moment: formatMoment(expiresAt, locale, timeZone) })}
        />
        <Words soft>{t("mail.code.never")}</Words>
      </Letter>
    );
  },
};

/** Two groups of three, as people read them out. */
const spaced = (code: string | undefined) =>
  code ? `${code.slice(0, 3)} ${code.slice(3)}` : "••• •••";
