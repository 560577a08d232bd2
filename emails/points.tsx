import { formatLastDay, formatPoints } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type PointsLapsingProps = {
  name: string;
  points: number;
  /** The first instant at which they are gone. */
  lapsesAt: string;
  /** Whole days from the day of writing to the last day on which they can be spent. */
  daysLeft: number;
};

/** Points that will lapse: how many, until when, and that spending takes these first. */
export const pointsLapsing: Template<PointsLapsingProps> = {
  subject: ({ t, locale, timeZone }, { points, lapsesAt }) =>
    t("mail.lapsing.subject", {
      points: formatPoints(points, locale),
      day: formatLastDay(lapsesAt, locale, timeZone),
    }),
  body: (context, props) => {
    const { t, locale, timeZone, origin, clubName } = context;
    const day = formatLastDay(props.lapsesAt, locale, timeZone);
    return (
      <Letter
        context={context}
        preview={t("mail.lapsing.preview", { day })}
        heading={t("mail.lapsing.heading", { name: props.name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Figure
          value={formatPoints(props.points, locale)}
          caption={t("mail.lapsing.caption", { day, days: props.daysLeft })}
        />
        <Words>{t("mail.lapsing.first")}</Words>
        <LetterButton href={`${origin}/my/points`}>{t("mail.openPoints")}</LetterButton>
      </Letter>
    );
  },
};
