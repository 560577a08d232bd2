import { formatChange, formatPoints } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type PointsTakenBackProps = {
  name: string;
  /** By how much the account changed: negative when points went. */
  points: number;
  /** What can be spent now. */
  available: number;
  /** What the next points repay. */
  debt: number;
};

/** A file had been brought in by mistake and was taken back: what that did to one member's points. */
export const pointsTakenBack: Template<PointsTakenBackProps> = {
  subject: ({ t, locale }, { points }) =>
    t("mail.takenBack.subject", { points: formatChange(points, locale) }),
  body: (context, { name, points, available, debt }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.takenBack.preview")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t("mail.takenBack.words")}</Words>
        <Figure value={formatChange(points, locale)} caption={t("mail.points")} />
        <Words>{t("mail.digest.available", { points: formatPoints(available, locale) })}</Words>
        {debt > 0 && (
          <Words>{t("mail.takenBack.debt", { points: formatPoints(debt, locale) })}</Words>
        )}
        <LetterButton href={`${origin}/my/points`}>{t("mail.lapsing.open")}</LetterButton>
      </Letter>
    );
  },
};
