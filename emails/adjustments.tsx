import { formatChange, formatPoints } from "#app/platform/words/format.ts";
import { Figure, Letter, LetterButton, Reason, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type ApprovalAskedProps = {
  name: string;
  /** Who asks, by name. */
  askedBy: string;
  memberNumber: string;
  points: number;
  reason: string;
};

/** To everybody who may answer: an adjustment waits for a second person. */
export const approvalAsked: Template<ApprovalAskedProps> = {
  subject: ({ t, locale }, { points, memberNumber }) =>
    t("mail.approval.asked.subject", {
      points: formatChange(points, locale),
      number: memberNumber,
    }),
  body: (context, { name, askedBy, memberNumber, points, reason }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t("mail.approval.asked.preview", { by: askedBy })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.staff", { club: clubName })}
      >
        <Words>{t("mail.approval.asked.words", { by: askedBy, number: memberNumber })}</Words>
        <Figure value={formatChange(points, locale)} caption={t("mail.points")} />
        <Reason context={context}>{reason}</Reason>
        <LetterButton href={`${origin}/admin/approvals`}>{t("mail.approval.open")}</LetterButton>
      </Letter>
    );
  },
};

export type ApprovalAnsweredProps = {
  name: string;
  memberNumber: string;
  points: number;
  state: "booked" | "refused";
  note: string | null;
};

/** To whoever asked. */
export const approvalAnswered: Template<ApprovalAnsweredProps> = {
  subject: ({ t, locale }, { state, points, memberNumber }) =>
    t(`mail.approval.${state}.subject`, {
      points: formatChange(points, locale),
      number: memberNumber,
    }),
  body: (context, { name, memberNumber, points, state, note }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.approval.${state}.words`, { number: memberNumber })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.staff", { club: clubName })}
      >
        <Words>{t(`mail.approval.${state}.words`, { number: memberNumber })}</Words>
        <Figure value={formatChange(points, locale)} caption={t("mail.points")} />
        {note && <Reason context={context}>{note}</Reason>}
        <LetterButton href={`${origin}/admin/members/${memberNumber}`}>
          {t("mail.approval.openMember")}
        </LetterButton>
      </Letter>
    );
  },
};

export type PointsAdjustedProps = {
  name: string;
  points: number;
  reason: string;
  /** What can be spent now. */
  available: number;
};

/** To the member: somebody of the club changed their points by hand. */
export const pointsAdjusted: Template<PointsAdjustedProps> = {
  subject: ({ t, locale }, { points }) =>
    t("mail.adjusted.subject", { points: formatChange(points, locale) }),
  body: (context, { name, points, reason, available }) => {
    const { t, locale, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={reason}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t(points > 0 ? "mail.adjusted.added" : "mail.adjusted.taken")}</Words>
        <Figure value={formatChange(points, locale)} caption={t("mail.points")} />
        <Reason context={context}>{reason}</Reason>
        <Words>{t("mail.available", { points: formatPoints(available, locale) })}</Words>
        <LetterButton href={`${origin}/my/points`}>{t("mail.openPoints")}</LetterButton>
      </Letter>
    );
  },
};
