import { render, toPlainText } from "@react-email/components";
import {
  accountClosed,
  type ClosingAskedProps,
  closingAsked,
  closingKept,
  type ExportReadyProps,
  exportReady,
  type NamedProps,
} from "./account.tsx";
import {
  type ApprovalAnsweredProps,
  type ApprovalAskedProps,
  approvalAnswered,
  approvalAsked,
  type PointsAdjustedProps,
  pointsAdjusted,
} from "./adjustments.tsx";
import {
  type EarlyAccessAnsweredProps,
  type EarlyAccessDelayedProps,
  earlyAccessAnswered,
  earlyAccessDelayed,
} from "./attendance.tsx";
import { type SignInCodeProps, signInCode } from "./auth.tsx";
import { type BirthdayProps, birthday } from "./birthdays.tsx";
import { type ClaimStepProps, claimStep } from "./claims.tsx";
import {
  type ContestCorrectedProps,
  type ContestWonProps,
  contestCorrected,
  contestWon,
} from "./contest-results.tsx";
import { type DrawEnteredProps, type DrawWonProps, drawEntered, drawWon } from "./draws.tsx";
import {
  type EventMessageProps,
  type EventReminderProps,
  eventMessage,
  eventReminder,
} from "./event-messages.tsx";
import { type EventThanksProps, eventThanks } from "./event-thanks.tsx";
import { type CarClaimProps, type CoDriverProps, carClaim, coDriver } from "./garage.tsx";
import { type GoalNewsProps, goalNews } from "./goals.tsx";
import {
  type GoldDuesFailedProps,
  type GoldRenewalOffProps,
  type GoldRenewalProps,
  goldDuesFailed,
  goldRenewal,
  goldRenewalOff,
} from "./gold-subscription.tsx";
import { type WelcomeProps, welcome } from "./joining.tsx";
import { type LeadFriendProps, type LeadNewsProps, leadFriend, leadNews } from "./leads.tsx";
import type { LetterContext } from "./letter-context.ts";
import {
  type PaymentReceiptProps,
  type PaymentRefundedProps,
  type PaymentReturnedProps,
  paymentReceipt,
  paymentRefunded,
  paymentReturned,
} from "./payments.tsx";
import { type PointsLapsingProps, pointsLapsing } from "./points.tsx";
import { type RedemptionStepProps, redemptionStep } from "./redemptions.tsx";
import { type RegistrationStepProps, registrationStep } from "./registrations.tsx";
import {
  type EmailChangedProps,
  type EmailTakenProps,
  emailChanged,
  emailTaken,
  type NewSignInProps,
  newSignIn,
  type SecurityChangedProps,
  securityChanged,
} from "./security.tsx";
import {
  type PointsDigestProps,
  type PointsTakenBackProps,
  pointsDigest,
  pointsTakenBack,
} from "./service.tsx";
import { type StaffInvitedProps, staffInvited } from "./staff.tsx";
import {
  type TierChangedProps,
  type TierWarningProps,
  tierChanged,
  tierWarning,
} from "./standing.tsx";
import { type LowStockProps, lowStock } from "./stock.tsx";
import { type EventSurveyProps, eventSurvey } from "./surveys.tsx";
import type { Template } from "./template.ts";
import { type WebhookOffProps, webhookOff } from "./webhooks.tsx";

/** What each letter needs to be written. Kept as JSON until it is sent. */
export type LetterProps = {
  "sign-in-code": SignInCodeProps;
  welcome: WelcomeProps;
  "points-digest": PointsDigestProps;
  "points-lapsing": PointsLapsingProps;
  "points-adjusted": PointsAdjustedProps;
  "points-taken-back": PointsTakenBackProps;
  "tier-changed": TierChangedProps;
  "tier-warning": TierWarningProps;
  birthday: BirthdayProps;
  "draw-entered": DrawEnteredProps;
  "draw-won": DrawWonProps;
  "contest-won": ContestWonProps;
  "contest-corrected": ContestCorrectedProps;
  "car-claim": CarClaimProps;
  "co-driver": CoDriverProps;
  "claim-step": ClaimStepProps;
  "redemption-step": RedemptionStepProps;
  "registration-step": RegistrationStepProps;
  "goal-news": GoalNewsProps;
  "low-stock": LowStockProps;
  "webhook-off": WebhookOffProps;
  "approval-asked": ApprovalAskedProps;
  "approval-answered": ApprovalAnsweredProps;
  "payment-receipt": PaymentReceiptProps;
  "payment-refunded": PaymentRefundedProps;
  "payment-returned": PaymentReturnedProps;
  "gold-renewal": GoldRenewalProps;
  "gold-dues-failed": GoldDuesFailedProps;
  "gold-renewal-off": GoldRenewalOffProps;
  "new-sign-in": NewSignInProps;
  "security-changed": SecurityChangedProps;
  "email-changed": EmailChangedProps;
  "email-taken": EmailTakenProps;
  "export-ready": ExportReadyProps;
  "closing-asked": ClosingAskedProps;
  "closing-kept": NamedProps;
  "account-closed": NamedProps;
  "staff-invited": StaffInvitedProps;
  "early-access-delayed": EarlyAccessDelayedProps;
  "early-access-answered": EarlyAccessAnsweredProps;
  "event-message": EventMessageProps;
  "event-reminder": EventReminderProps;
  "event-thanks": EventThanksProps;
  "event-survey": EventSurveyProps;
  "lead-friend": LeadFriendProps;
  "lead-news": LeadNewsProps;
};
export type TemplateName = keyof LetterProps;

const templates: { [Name in TemplateName]: Template<LetterProps[Name]> } = {
  "sign-in-code": signInCode,
  welcome,
  "points-digest": pointsDigest,
  "points-lapsing": pointsLapsing,
  "points-adjusted": pointsAdjusted,
  "points-taken-back": pointsTakenBack,
  "tier-changed": tierChanged,
  "tier-warning": tierWarning,
  birthday,
  "draw-entered": drawEntered,
  "draw-won": drawWon,
  "contest-won": contestWon,
  "contest-corrected": contestCorrected,
  "car-claim": carClaim,
  "co-driver": coDriver,
  "claim-step": claimStep,
  "redemption-step": redemptionStep,
  "registration-step": registrationStep,
  "goal-news": goalNews,
  "low-stock": lowStock,
  "webhook-off": webhookOff,
  "approval-asked": approvalAsked,
  "approval-answered": approvalAnswered,
  "payment-receipt": paymentReceipt,
  "payment-refunded": paymentRefunded,
  "payment-returned": paymentReturned,
  "gold-renewal": goldRenewal,
  "gold-dues-failed": goldDuesFailed,
  "gold-renewal-off": goldRenewalOff,
  "new-sign-in": newSignIn,
  "security-changed": securityChanged,
  "email-changed": emailChanged,
  "email-taken": emailTaken,
  "export-ready": exportReady,
  "closing-asked": closingAsked,
  "closing-kept": closingKept,
  "account-closed": accountClosed,
  "staff-invited": staffInvited,
  "early-access-delayed": earlyAccessDelayed,
  "early-access-answered": earlyAccessAnswered,
  "event-message": eventMessage,
  "event-reminder": eventReminder,
  "event-thanks": eventThanks,
  "event-survey": eventSurvey,
  "lead-friend": leadFriend,
  "lead-news": leadNews,
};

export const isTemplateName = (name: string): name is TemplateName => name in templates;

/** Statements keep their columns, and nobody is shouted at. */
const PLAIN_TEXT: Parameters<typeof toPlainText>[1] = {
  selectors: [
    { selector: "table.lines", format: "dataTable", options: { colSpacing: 3 } },
    { selector: "h1", options: { uppercase: false } },
  ],
};

/** A letter as a mail program gets it. */
export type ComposedLetter = { subject: string; html: string; text: string };

/** Puts a letter into words: the same ones as a page and as plain text. */
export async function composeLetter<Name extends TemplateName>(
  name: Name,
  context: LetterContext,
  props: LetterProps[Name],
): Promise<ComposedLetter> {
  const { subject, body } = templates[name];
  // React 18 leaves NULs between Chinese characters, two kilobytes apart: see whole-page.server.ts.
  const html = (await render(body(context, props))).replaceAll("\0", "");
  return { subject: subject(context, props), html, text: toPlainText(html, PLAIN_TEXT) };
}
