import { ACCOUNT_ACCESS } from "./account-access.ts";
import { ADJUSTMENTS_ACCESS } from "./adjustments-access.ts";
import { ALBUM_VIEWS_ACCESS } from "./album-views-access.ts";
import { ALBUMS_ADMIN_ACCESS } from "./albums-admin-access.ts";
import { API_ACCESS } from "./api-access.ts";
import { ATTENDANCE_ACCESS } from "./attendance-access.ts";
import { AUDIT_ACCESS } from "./audit-access.ts";
import { AUTH_ACCESS } from "./auth-access.ts";
import { CALENDAR_ACCESS } from "./calendar-access.ts";
import type { Call } from "./calls.ts";
import { CAMPAIGNS_ACCESS } from "./campaigns-access.ts";
import { CERTIFICATES_ACCESS } from "./certificates-access.ts";
import { CLAIMS_ACCESS } from "./claims-access.ts";
import { CLUB_ACCESS } from "./club-access.ts";
import { CONTEST_RESULTS_ACCESS } from "./contest-results-access.ts";
import { CONTESTS_ACCESS } from "./contests-access.ts";
import { DRAWS_ACCESS } from "./draws-access.ts";
import { DUES_ACCESS } from "./dues-access.ts";
import { EVENT_API_ACCESS } from "./event-api-access.ts";
import { EVENT_DECISIONS_ACCESS } from "./event-decisions-access.ts";
import { EVENT_MESSAGES_ACCESS } from "./event-messages-access.ts";
import { EVENT_REPORT_ACCESS } from "./event-report-access.ts";
import { EVENT_THANKS_ACCESS } from "./event-thanks-access.ts";
import { EVENTS_ACCESS } from "./events-access.ts";
import { EVENTS_ADMIN_ACCESS } from "./events-admin-access.ts";
import { FINANCE_ACCESS } from "./finance-access.ts";
import { GARAGE_ACCESS } from "./garage-access.ts";
import { GIFT_API_ACCESS } from "./gift-api-access.ts";
import { GIFT_REPORT_ACCESS } from "./gift-report-access.ts";
import { GIFTS_ACCESS } from "./gifts-access.ts";
import { GIFTS_ADMIN_ACCESS } from "./gifts-admin-access.ts";
import { GOLD_GRANTS_ACCESS } from "./gold-grants-access.ts";
import { GOLD_SUBSCRIPTION_ACCESS } from "./gold-subscription-access.ts";
import { HOME_ACCESS } from "./home-access.ts";
import { IMPACT_ACCESS } from "./impact-access.ts";
import { IMPORTS_ACCESS } from "./imports-access.ts";
import { JOINING_ACCESS } from "./joining-access.ts";
import { JUDGING_ACCESS } from "./judging-access.ts";
import { LEAD_API_ACCESS } from "./lead-api-access.ts";
import { LEAD_FIGURES_ACCESS } from "./lead-figures-access.ts";
import { LETTERS_ACCESS } from "./letters-access.ts";
import { MEMBERS_ACCESS } from "./members-access.ts";
import { ORDER_QUESTIONS_ACCESS } from "./order-questions-access.ts";
import { PAYMENT_METHODS_ACCESS } from "./payment-methods-access.ts";
import { PAYMENTS_ACCESS } from "./payments-access.ts";
import { PIPELINE_ACCESS } from "./pipeline-access.ts";
import { POINTS_ACCESS } from "./points-access.ts";
import { RECONCILIATION_ACCESS } from "./reconciliation-access.ts";
import { REDEMPTIONS_ACCESS } from "./redemptions-access.ts";
import { REDEMPTIONS_ADMIN_ACCESS } from "./redemptions-admin-access.ts";
import { REFERRERS_ACCESS } from "./referrers-access.ts";
import { REGISTRATIONS_ACCESS } from "./registrations-access.ts";
import { REGISTRATIONS_ADMIN_ACCESS } from "./registrations-admin-access.ts";
import { RULES_ACCESS } from "./rules-access.ts";
import { SECURITY_ACCESS } from "./security-access.ts";
import { SERVICE_ACCESS } from "./service-access.ts";
import { SHELL_ACCESS } from "./shell-access.ts";
import { STAFF_ACCESS } from "./staff-access.ts";
import { STANDING_ACCESS } from "./standing-access.ts";
import { STOCK_ACCESS } from "./stock-access.ts";
import { SURVEYS_ACCESS } from "./surveys-access.ts";
import { TEXTS_ACCESS } from "./texts-access.ts";
import { TODAY_ACCESS } from "./today-access.ts";
import { VISITS_ACCESS } from "./visits-access.ts";
import { VOUCHERS_ACCESS } from "./vouchers-access.ts";
import { WEBHOOKS_ACCESS } from "./webhooks-access.ts";

export type { Answers, Call, Outcome } from "./calls.ts";

/**
 * Who may ask for what: every route of the site, every loader and action in it, for every persona, with
 * one's own things and with others'. A route that is not here fails the test that reads it.
 */
export const ROUTE_ACCESS: Record<string, Call[]> = {
  ...ACCOUNT_ACCESS,
  ...ADJUSTMENTS_ACCESS,
  ...ALBUM_VIEWS_ACCESS,
  ...ALBUMS_ADMIN_ACCESS,
  ...API_ACCESS,
  ...ATTENDANCE_ACCESS,
  ...AUDIT_ACCESS,
  ...AUTH_ACCESS,
  ...CALENDAR_ACCESS,
  ...CAMPAIGNS_ACCESS,
  ...CERTIFICATES_ACCESS,
  ...CLAIMS_ACCESS,
  ...CLUB_ACCESS,
  ...CONTESTS_ACCESS,
  ...CONTEST_RESULTS_ACCESS,
  ...DRAWS_ACCESS,
  ...DUES_ACCESS,
  ...EVENT_API_ACCESS,
  ...JUDGING_ACCESS,
  ...LEAD_API_ACCESS,
  ...LEAD_FIGURES_ACCESS,
  ...EVENT_DECISIONS_ACCESS,
  ...EVENT_MESSAGES_ACCESS,
  ...EVENT_REPORT_ACCESS,
  ...EVENT_THANKS_ACCESS,
  ...EVENTS_ACCESS,
  ...EVENTS_ADMIN_ACCESS,
  ...FINANCE_ACCESS,
  ...GARAGE_ACCESS,
  ...GIFT_API_ACCESS,
  ...GIFTS_ACCESS,
  ...GIFT_REPORT_ACCESS,
  ...GIFTS_ADMIN_ACCESS,
  ...GOLD_GRANTS_ACCESS,
  ...GOLD_SUBSCRIPTION_ACCESS,
  ...HOME_ACCESS,
  ...IMPACT_ACCESS,
  ...IMPORTS_ACCESS,
  ...JOINING_ACCESS,
  ...LETTERS_ACCESS,
  ...MEMBERS_ACCESS,
  ...ORDER_QUESTIONS_ACCESS,
  ...PAYMENT_METHODS_ACCESS,
  ...PAYMENTS_ACCESS,
  ...PIPELINE_ACCESS,
  ...POINTS_ACCESS,
  ...RECONCILIATION_ACCESS,
  ...REDEMPTIONS_ACCESS,
  ...REDEMPTIONS_ADMIN_ACCESS,
  ...REFERRERS_ACCESS,
  ...REGISTRATIONS_ACCESS,
  ...REGISTRATIONS_ADMIN_ACCESS,
  ...RULES_ACCESS,
  ...SECURITY_ACCESS,
  ...SERVICE_ACCESS,
  ...VISITS_ACCESS,
  ...VOUCHERS_ACCESS,
  ...WEBHOOKS_ACCESS,
  ...SHELL_ACCESS,
  ...STAFF_ACCESS,
  ...STANDING_ACCESS,
  ...STOCK_ACCESS,
  ...SURVEYS_ACCESS,
  ...TEXTS_ACCESS,
  ...TODAY_ACCESS,
};
