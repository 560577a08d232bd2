import type { ReactNode } from "react";
import { formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { Facts, Letter, LetterButton, LetterLink, Reason, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import type { Template } from "./template.ts";

/** A prize of a contest as a letter names it. */
export type LetterPrize = {
  /** 1 for a first prize; null of a special award. */
  rank: number | null;
  titleEn: string;
  titleZh: string;
  /** That were given for it; 0 for none. */
  points: number;
};

type AboutContest = {
  name: string;
  /** Whose entry it is. */
  who: string;
  /** Its number. */
  number: number;
  contestEn: string;
  contestZh: string;
  /** Of the age group; empty where all are ranked together. */
  groupEn: string;
  groupZh: string;
  registrationId: number;
  /** Of the event: its results are public. */
  slug: string;
};

export type ContestWonProps = AboutContest & { prize: LetterPrize };

/** What somebody of a family won in a contest. */
export const contestWon: Template<ContestWonProps> = {
  subject: ({ t, locale }, props) =>
    t("mail.contestWon.subject", { who: props.who, contest: contestOf(props, locale) }),
  body: (context, props) => {
    const { t, locale } = context;
    const words = t("mail.contestWon.words", {
      who: props.who,
      contest: contestOf(props, locale),
    });
    return (
      <ContestLetter context={context} props={props} preview={words}>
        <Words>{words}</Words>
        <Facts
          rows={[
            ...groupRow(context, props),
            { name: t("mail.contestWon.prize"), value: prizeText(context, props.prize) },
            ...pointsRow(context, props.prize),
            { name: t("mail.contestWon.number"), value: String(props.number) },
          ]}
        />
        <Words soft>{t("mail.contestWon.collect")}</Words>
      </ContestLetter>
    );
  },
};

export type ContestCorrectedProps = AboutContest & {
  reasonEn: string;
  reasonZh: string;
  before: LetterPrize | null;
  after: LetterPrize | null;
  /** Of a prize that the family has already: whether they keep it. */
  handedOver: "kept" | "awaited" | null;
};

/** That a ranking was corrected, to a family for whom that changes something. */
export const contestCorrected: Template<ContestCorrectedProps> = {
  subject: ({ t, locale }, props) =>
    t("mail.contestCorrected.subject", { contest: contestOf(props, locale) }),
  body: (context, props) => {
    const { t, locale } = context;
    const words = t("mail.contestCorrected.words", {
      who: props.who,
      contest: contestOf(props, locale),
    });
    const named = (prize: LetterPrize | null) =>
      prize ? prizeText(context, prize) : t("mail.contestCorrected.none");
    return (
      <ContestLetter context={context} props={props} preview={words}>
        <Words>{words}</Words>
        <Reason context={context}>
          {inLanguage(locale, { en: props.reasonEn, zh: props.reasonZh })}
        </Reason>
        <Facts
          rows={[
            ...groupRow(context, props),
            { name: t("mail.contestCorrected.before"), value: named(props.before) },
            { name: t("mail.contestCorrected.after"), value: named(props.after) },
            ...(props.after ? pointsRow(context, props.after) : []),
            { name: t("mail.contestWon.number"), value: String(props.number) },
          ]}
        />
        {props.before !== null && props.before.points > 0 && (
          <Words soft>{t("mail.contestCorrected.points", { points: props.before.points })}</Words>
        )}
        {props.handedOver && <Words>{t(`mail.contestCorrected.${props.handedOver}`)}</Words>}
      </ContestLetter>
    );
  },
};

function ContestLetter(all: {
  context: LetterContext;
  props: AboutContest;
  preview: string;
  children: ReactNode;
}) {
  const { context, props, preview, children } = all;
  const { t, origin, clubName } = context;
  return (
    <Letter
      context={context}
      preview={preview}
      heading={t("mail.dear", { name: props.name })}
      because={t("mail.contestWon.because", { club: clubName })}
    >
      {children}
      <LetterButton href={`${origin}/my/registrations/${props.registrationId}/results`}>
        {t("mail.contestWon.open")}
      </LetterButton>
      <LetterLink href={`${origin}/events/${props.slug}/results`}>
        {t("mail.contestWon.all")}
      </LetterLink>
    </Letter>
  );
}

const contestOf = ({ contestEn, contestZh }: AboutContest, locale: Locale) =>
  inLanguage(locale, { en: contestEn, zh: contestZh });

const prizeText = ({ t, locale }: LetterContext, prize: LetterPrize): string => {
  const title = inLanguage(locale, { en: prize.titleEn, zh: prize.titleZh });
  return prize.rank === null ? title : t("results.prizeOf", { prize: prize.rank, title });
};

const groupRow = ({ t, locale }: LetterContext, { groupEn, groupZh }: AboutContest) => {
  const group = inLanguage(locale, { en: groupEn, zh: groupZh });
  return group === "" ? [] : [{ name: t("mail.contestWon.group"), value: group }];
};

const pointsRow = ({ t, locale }: LetterContext, { points }: LetterPrize) =>
  points === 0 ? [] : [{ name: t("mail.contestWon.points"), value: formatPoints(points, locale) }];
