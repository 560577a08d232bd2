import { formatChange, formatDay, formatPoints } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Lines, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type DigestVisit = {
  settledAt: string;
  kind: "maintenance" | "repair" | "accessories";
  plate: string | null;
  points: number;
  /** Becomes available when the account is settled. */
  pending: boolean;
};

export type PointsDigestProps = {
  name: string;
  /** The latest visits; `count` says of how many. */
  visits: DigestVisit[];
  count: number;
  /** Points of all the visits together. */
  points: number;
  pending: number;
  /** What can be spent now, these included. */
  available: number;
};

/** What an import of the workshop's orders brought one member: one letter, however many orders. */
export const pointsDigest: Template<PointsDigestProps> = {
  subject: ({ t, locale }, { points }) =>
    t("mail.digest.subject", { points: formatPoints(points, locale) }),
  body: (context, props) => {
    const { t, locale, timeZone, origin, clubName } = context;
    const { name, visits, count, points, pending, available } = props;
    const unseen = count - visits.length;
    return (
      <Letter
        context={context}
        preview={t("mail.digest.preview", { available: formatPoints(available, locale) })}
        heading={t("mail.digest.heading", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t("mail.digest.intro", { count })}</Words>
        <Figure value={formatChange(points, locale)} caption={t("mail.digest.caption")} />
        <Lines
          rows={visits.map((visit, index) => ({
            key: `${visit.settledAt} ${index}`,
            what: [
              formatDay(visit.settledAt, locale, timeZone),
              t(`mail.digest.${visit.kind}`),
              visit.plate,
              visit.pending && t("mail.digest.pendingMark"),
            ]
              .filter(Boolean)
              .join(" · "),
            points: formatChange(visit.points, locale),
          }))}
        />
        {unseen > 0 && <Words soft>{t("mail.digest.more", { count: unseen })}</Words>}
        <Words>{t("mail.available", { points: formatPoints(available, locale) })}</Words>
        {pending > 0 && (
          <Words soft>{t("mail.digest.pending", { points: formatPoints(pending, locale) })}</Words>
        )}
        <LetterButton href={`${origin}/my/points`}>{t("mail.digest.open")}</LetterButton>
      </Letter>
    );
  },
};

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
        <Words>{t("mail.available", { points: formatPoints(available, locale) })}</Words>
        {debt > 0 && (
          <Words>{t("mail.takenBack.debt", { points: formatPoints(debt, locale) })}</Words>
        )}
        <LetterButton href={`${origin}/my/points`}>{t("mail.openPoints")}</LetterButton>
      </Letter>
    );
  },
};
