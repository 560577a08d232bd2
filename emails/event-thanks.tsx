import { Img, Section } from "@react-email/components";
import { formatPoints } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { Letter, LetterButton, LetterLink, Words } from "./letter.tsx";
import { styles } from "./letter-style.ts";
import type { Template } from "./template.ts";

export type EventThanksProps = {
  name: string;
  title: InBoth;
  /** For coming; 0 where there are none. */
  points: number;
  /** The reader's party; null in a letter that staff send themselves. */
  registrationId: number | null;
  /** The end of the album's address, where it is shown. */
  album?: string | null;
  /** What their party did, in words. */
  together?: InBoth | null;
  /** There are certificates for somebody of the party. */
  certificates?: boolean;
  /** For saying how it was, while that can be said and was not. */
  surveyPoints?: number;
  /** What the link for it ends in; it is not in a letter that somebody else opens. */
  surveyToken?: string;
};

/** To who came, once there are pictures: thanks, one picture, and where the rest is. */
export const eventThanks: Template<EventThanksProps> = {
  subject: ({ t, locale }, { title }) =>
    t("mail.eventThanks.subject", { title: inLanguage(locale, title) }),
  body: (context, { name, points, registrationId, album, together, ...props }) => {
    const { t, locale, origin, clubName, picture } = context;
    const { certificates, surveyPoints = 0, surveyToken } = props;
    const title = inLanguage(locale, props.title);
    const words = t("mail.eventThanks.words", { title });
    const party =
      registrationId === null ? "/my/registrations" : `/my/registrations/${registrationId}`;
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.because.event", { title, club: clubName })}
      >
        <Words>{words}</Words>
        {picture && (
          <Section style={styles.action}>
            <Img
              src={`cid:${picture}`}
              alt={t("mail.eventThanks.picture", { title })}
              width="100%"
              style={{ borderRadius: 6 }}
            />
          </Section>
        )}
        {together && (
          <Words>
            {t("mail.eventThanks.together", { together: inLanguage(locale, together) })}
          </Words>
        )}
        {points > 0 && (
          <Words>{t("mail.eventThanks.points", { points: formatPoints(points, locale) })}</Words>
        )}
        <LetterButton href={origin + (album ? `/my/albums/${album}` : party)}>
          {t(album ? "mail.eventThanks.album" : "mail.event.open")}
        </LetterButton>
        {certificates && (
          <LetterLink href={`${origin}/my/certificates`}>
            {t("mail.eventThanks.certificates")}
          </LetterLink>
        )}
        {surveyToken && (
          <LetterLink href={`${origin}/survey/${surveyToken}`}>
            {t(surveyPoints > 0 ? "mail.eventThanks.surveyPoints" : "mail.eventThanks.survey", {
              points: formatPoints(surveyPoints, locale),
            })}
          </LetterLink>
        )}
      </Letter>
    );
  },
};
