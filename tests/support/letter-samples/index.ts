import type { TemplateName } from "../../../emails/compose-letter.tsx";
import { ACCOUNT_LETTERS } from "./account-letters.ts";
import { ADJUSTMENTS_LETTERS } from "./adjustments-letters.ts";
import { ATTENDANCE_LETTERS } from "./attendance-letters.ts";
import { AUTH_LETTERS } from "./auth-letters.ts";
import { BIRTHDAYS_LETTERS } from "./birthdays-letters.ts";
import { CLAIMS_LETTERS } from "./claims-letters.ts";
import { CONTEST_RESULTS_LETTERS } from "./contest-results-letters.ts";
import { DRAWS_LETTERS } from "./draws-letters.ts";
import { EVENT_MESSAGES_LETTERS } from "./event-messages-letters.ts";
import { EVENT_THANKS_LETTERS } from "./event-thanks-letters.ts";
import { GARAGE_LETTERS } from "./garage-letters.ts";
import { GOALS_LETTERS } from "./goals-letters.ts";
import { GOLD_SUBSCRIPTION_LETTERS } from "./gold-subscription-letters.ts";
import { JOINING_LETTERS } from "./joining-letters.ts";
import { LEADS_LETTERS } from "./leads-letters.ts";
import type { LetterSamples } from "./letter-sample.ts";
import { PAYMENTS_LETTERS } from "./payments-letters.ts";
import { POINTS_LETTERS } from "./points-letters.ts";
import { REDEMPTIONS_LETTERS } from "./redemptions-letters.ts";
import { REGISTRATIONS_LETTERS } from "./registrations-letters.ts";
import { SECURITY_LETTERS } from "./security-letters.ts";
import { SERVICE_LETTERS } from "./service-letters.ts";
import { STAFF_LETTERS } from "./staff-letters.ts";
import { STANDING_LETTERS } from "./standing-letters.ts";
import { STOCK_LETTERS } from "./stock-letters.ts";
import { SURVEYS_LETTERS } from "./surveys-letters.ts";
import { WEBHOOKS_LETTERS } from "./webhooks-letters.ts";

/** Every letter with something to say of each kind: what is there, what is not, and every step. */
export const letterSamples: LetterSamples<TemplateName> = {
  ...ACCOUNT_LETTERS,
  ...ADJUSTMENTS_LETTERS,
  ...ATTENDANCE_LETTERS,
  ...AUTH_LETTERS,
  ...BIRTHDAYS_LETTERS,
  ...CLAIMS_LETTERS,
  ...CONTEST_RESULTS_LETTERS,
  ...DRAWS_LETTERS,
  ...EVENT_MESSAGES_LETTERS,
  ...EVENT_THANKS_LETTERS,
  ...GARAGE_LETTERS,
  ...GOALS_LETTERS,
  ...GOLD_SUBSCRIPTION_LETTERS,
  ...JOINING_LETTERS,
  ...LEADS_LETTERS,
  ...PAYMENTS_LETTERS,
  ...POINTS_LETTERS,
  ...REDEMPTIONS_LETTERS,
  ...REGISTRATIONS_LETTERS,
  ...SECURITY_LETTERS,
  ...SERVICE_LETTERS,
  ...STAFF_LETTERS,
  ...STANDING_LETTERS,
  ...STOCK_LETTERS,
  ...SURVEYS_LETTERS,
  ...WEBHOOKS_LETTERS,
};
