import { Link } from "@react-email/components";
import { type Score, scores } from "#app/modules/surveys/questions.ts";
import { formatLastDay, formatPoints } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { Letter, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import { ink, styles } from "./letter-style.ts";
import type { Template } from "./template.ts";

export type EventSurveyProps = {
  name: string;
  /** The event's. */
  title: InBoth;
  /** For coming; 0 where there are none. */
  attendancePoints: number;
  /** For saying how it was; 0 where there are none. */
  points: number;
  /** The first instant at which nothing is taken any more, as JSON writes it. */
  closesAt: string;
  /** What the link for an answer ends in; it is not in a letter that somebody else opens. */
  surveyToken?: string;
};

const FACES: Record<Score, string> = { 1: "😞", 2: "🙁", 3: "😐", 4: "🙂", 5: "😀" };

/** To who came, once it is over: thanks, and five faces of which each is a link. */
export const eventSurvey: Template<EventSurveyProps> = {
  subject: ({ t, locale }, { title }) =>
    t("mail.eventSurvey.subject", { title: inLanguage(locale, title) }),
  body: (context, { name, points, attendancePoints, closesAt, surveyToken, ...event }) => {
    const { t, locale, timeZone, clubName } = context;
    const title = inLanguage(locale, event.title);
    return (
      <Letter
        context={context}
        preview={t("mail.eventSurvey.question")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.event", { title, club: clubName })}
      >
        <Words>{t("mail.eventSurvey.words", { title })}</Words>
        {attendancePoints > 0 && (
          <Words>
            {t("mail.eventSurvey.attended", { points: formatPoints(attendancePoints, locale) })}
          </Words>
        )}
        <Words>
          <strong>{t("mail.eventSurvey.question")}</strong>
        </Words>
        {surveyToken && <Faces context={context} token={surveyToken} />}
        <Words soft>
          {t(points > 0 ? "mail.eventSurvey.points" : "mail.eventSurvey.until", {
            points: formatPoints(points, locale),
            day: formatLastDay(closesAt, locale, timeZone),
          })}
        </Words>
      </Letter>
    );
  },
};

function Faces({ context: { t, origin }, token }: { context: LetterContext; token: string }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={styles.table}>
      <tbody>
        <tr>
          {scores.toReversed().map((score) => (
            <td key={score} align="center" width="20%" style={{ padding: "4px 2px" }}>
              <Link
                href={`${origin}/survey/${token}?score=${score}`}
                className="ink"
                style={{ color: ink, textDecoration: "none", fontSize: 13, lineHeight: "17px" }}
              >
                <span style={{ fontSize: 32, lineHeight: "44px" }}>{FACES[score]}</span>
                <br />
                {t(`surveys.score.${score}`)}
              </Link>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
