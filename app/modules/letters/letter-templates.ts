import type { TemplateName } from "../../../emails/compose-letter.tsx";

/** Every letter the club writes, by name; a record, so that none can be forgotten. */
const TEMPLATES: Record<TemplateName, true> = {
  "sign-in-code": true,
  welcome: true,
  "points-digest": true,
  "points-lapsing": true,
  "points-adjusted": true,
  "points-taken-back": true,
  "tier-changed": true,
  "tier-warning": true,
  birthday: true,
  "car-claim": true,
  "co-driver": true,
  "claim-step": true,
  "redemption-step": true,
  "registration-step": true,
  "goal-news": true,
  "low-stock": true,
  "approval-asked": true,
  "approval-answered": true,
  "payment-receipt": true,
  "payment-refunded": true,
  "payment-returned": true,
  "gold-renewal": true,
  "gold-dues-failed": true,
  "gold-renewal-off": true,
  "new-sign-in": true,
  "security-changed": true,
  "email-changed": true,
  "email-taken": true,
  "export-ready": true,
  "closing-asked": true,
  "closing-kept": true,
  "account-closed": true,
  "staff-invited": true,
  "early-access-delayed": true,
  "early-access-answered": true,
  "event-message": true,
  "event-reminder": true,
  "event-thanks": true,
  "lead-friend": true,
  "lead-news": true,
};

export const LETTER_TEMPLATES = Object.keys(TEMPLATES) as TemplateName[];

export const isLetterTemplate = (name: string): name is TemplateName => name in TEMPLATES;
