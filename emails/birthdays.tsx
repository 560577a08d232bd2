import { formatChange } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type BirthdayProps = {
  name: string;
  /** The club's present; 0 says nothing of points. */
  points: number;
};

/** A greeting, with what the club gives. */
export const birthday: Template<BirthdayProps> = {
  subject: ({ t }, { name }) => t("mail.birthday.subject", { name }),
  body: (context, { name, points }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.birthday.words", { club: clubName })}
        heading={t("mail.birthday.subject", { name })}
        because={t("mail.because.birthday", { club: clubName })}
      >
        <Words>{t("mail.birthday.words", { club: clubName })}</Words>
        {points > 0 && (
          <Figure value={formatChange(points, locale)} caption={t("mail.birthday.points")} />
        )}
        <LetterButton href={`${origin}/my/points`}>{t("mail.openPoints")}</LetterButton>
      </Letter>
    );
  },
};
