import { ACCOUNT_FORMS } from "./account-forms.ts";
import { ADJUSTMENTS_FORMS } from "./adjustments-forms.ts";
import { ALBUMS_FORMS } from "./albums-forms.ts";
import { ATTENDANCE_FORMS } from "./attendance-forms.ts";
import { AUTH_FORMS } from "./auth-forms.ts";
import { CAMPAIGNS_FORMS } from "./campaigns-forms.ts";
import { CERTIFICATES_FORMS } from "./certificates-forms.ts";
import { CLAIMS_FORMS } from "./claims-forms.ts";
import { CLUB_FORMS } from "./club-forms.ts";
import { CONTEST_RESULTS_FORMS } from "./contest-results-forms.ts";
import { CONTESTS_FORMS } from "./contests-forms.ts";
import { DRAWS_FORMS } from "./draws-forms.ts";
import { EVENT_REPORT_FORMS } from "./event-report-forms.ts";
import { EVENT_THANKS_FORMS } from "./event-thanks-forms.ts";
import { EVENTS_FORMS } from "./events-forms.ts";
import type { FormSample } from "./form-sample.ts";
import { GARAGE_FORMS } from "./garage-forms.ts";
import { GIFTS_FORMS } from "./gifts-forms.ts";
import { GOLD_FORMS } from "./gold-forms.ts";
import { IMPACT_FORMS } from "./impact-forms.ts";
import { IMPORTS_FORMS } from "./imports-forms.ts";
import { JUDGING_FORMS } from "./judging-forms.ts";
import { MEMBERS_FORMS } from "./members-forms.ts";
import { PAYMENTS_FORMS } from "./payments-forms.ts";
import { PIPELINE_FORMS } from "./pipeline-forms.ts";
import { REDEMPTIONS_FORMS } from "./redemptions-forms.ts";
import { REFERRERS_FORMS } from "./referrers-forms.ts";
import { REGISTRATIONS_FORMS } from "./registrations-forms.ts";
import { STOCK_FORMS } from "./stock-forms.ts";
import { SURVEYS_FORMS } from "./surveys-forms.ts";
import { VISITS_FORMS } from "./visits-forms.ts";
import { WEBHOOKS_FORMS } from "./webhooks-forms.ts";

/** Every form of the site with fields that somebody types into. */
export const FORM_SAMPLES: FormSample[] = [
  ...ACCOUNT_FORMS,
  ...ADJUSTMENTS_FORMS,
  ...ALBUMS_FORMS,
  ...ATTENDANCE_FORMS,
  ...AUTH_FORMS,
  ...CAMPAIGNS_FORMS,
  ...CERTIFICATES_FORMS,
  ...CLAIMS_FORMS,
  ...CLUB_FORMS,
  ...CONTEST_RESULTS_FORMS,
  ...CONTESTS_FORMS,
  ...DRAWS_FORMS,
  ...EVENT_REPORT_FORMS,
  ...EVENT_THANKS_FORMS,
  ...EVENTS_FORMS,
  ...GARAGE_FORMS,
  ...GIFTS_FORMS,
  ...GOLD_FORMS,
  ...IMPACT_FORMS,
  ...IMPORTS_FORMS,
  ...JUDGING_FORMS,
  ...MEMBERS_FORMS,
  ...PAYMENTS_FORMS,
  ...PIPELINE_FORMS,
  ...REDEMPTIONS_FORMS,
  ...REFERRERS_FORMS,
  ...REGISTRATIONS_FORMS,
  ...STOCK_FORMS,
  ...SURVEYS_FORMS,
  ...VISITS_FORMS,
  ...WEBHOOKS_FORMS,
];
