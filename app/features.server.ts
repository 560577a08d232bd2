import { accountFeature } from "./modules/account/feature.server.ts";
import { adjustmentsFeature } from "./modules/adjustments/feature.server.ts";
import { albumsFeature } from "./modules/albums/feature.server.ts";
import { apiFeature } from "./modules/api/feature.server.ts";
import { attendanceFeature } from "./modules/attendance/feature.server.ts";
import { auditFeature } from "./modules/audit/feature.server.ts";
import { authFeature } from "./modules/auth/feature.server.ts";
import { birthdaysFeature } from "./modules/birthdays/feature.server.ts";
import { calendarFeature } from "./modules/calendar/feature.server.ts";
import { campaignsFeature } from "./modules/campaigns/feature.server.ts";
import { certificatesFeature } from "./modules/certificates/feature.server.ts";
import { claimsFeature } from "./modules/claims/feature.server.ts";
import { consentsFeature } from "./modules/consents/feature.server.ts";
import { contestResultsFeature } from "./modules/contest-results/feature.server.ts";
import { contestsFeature } from "./modules/contests/feature.server.ts";
import { drawsFeature } from "./modules/draws/feature.server.ts";
import { duesFeature } from "./modules/dues/feature.server.ts";
import { eventDecisionsFeature } from "./modules/event-decisions/feature.server.ts";
import { eventMessagesFeature } from "./modules/event-messages/feature.server.ts";
import { eventThanksFeature } from "./modules/event-thanks/feature.server.ts";
import type { Feature, House } from "./modules/feature.ts";
import { galleryFeature } from "./modules/gallery/feature.server.ts";
import { garageFeature } from "./modules/garage/feature.server.ts";
import { goalsFeature } from "./modules/goals/feature.server.ts";
import { goldSubscriptionFeature } from "./modules/gold-subscription/feature.server.ts";
import { impactFeature } from "./modules/impact/feature.server.ts";
import { importsFeature } from "./modules/imports/feature.server.ts";
import { joiningFeature } from "./modules/joining/feature.server.ts";
import { judgingFeature } from "./modules/judging/feature.server.ts";
import { leadsFeature } from "./modules/leads/feature.server.ts";
import { lettersFeature } from "./modules/letters/feature.server.ts";
import { membersFeature } from "./modules/members/feature.server.ts";
import { odometerFeature } from "./modules/odometer/feature.server.ts";
import { orderQuestionsFeature } from "./modules/order-questions/feature.server.ts";
import { paymentsFeature } from "./modules/payments/feature.server.ts";
import { pipelineFeature } from "./modules/pipeline/feature.server.ts";
import { pointsFeature } from "./modules/points/feature.server.ts";
import { reconciliationFeature } from "./modules/reconciliation/feature.server.ts";
import { redemptionsFeature } from "./modules/redemptions/feature.server.ts";
import { referrersFeature } from "./modules/referrers/feature.server.ts";
import { registrationsFeature } from "./modules/registrations/feature.server.ts";
import { rosterFeature } from "./modules/roster/feature.server.ts";
import { securityFeature } from "./modules/security/feature.server.ts";
import { serviceFeature } from "./modules/service/feature.server.ts";
import { staffFeature } from "./modules/staff/feature.server.ts";
import { standingFeature } from "./modules/standing/feature.server.ts";
import { stockFeature } from "./modules/stock/feature.server.ts";
import { surveysFeature } from "./modules/surveys/feature.server.ts";
import { visitsFeature } from "./modules/visits/feature.server.ts";
import { webhooksFeature } from "./modules/webhooks/feature.server.ts";

/**
 * The nouns that have something for the rest of the house, in the order in which a person's copy of their
 * data names them.
 */
export const features: readonly Feature[] = [
  accountFeature,
  consentsFeature,
  lettersFeature,
  garageFeature,
  odometerFeature,
  pointsFeature,
  standingFeature,
  duesFeature,
  attendanceFeature,
  eventMessagesFeature,
  eventDecisionsFeature,
  drawsFeature,
  // The names that winners want beside their numbers, before the entries let go of whose they are.
  contestResultsFeature,
  contestsFeature,
  galleryFeature,
  albumsFeature,
  surveysFeature,
  certificatesFeature,
  judgingFeature,
  impactFeature,
  eventThanksFeature,
  serviceFeature,
  visitsFeature,
  claimsFeature,
  redemptionsFeature,
  stockFeature,
  goalsFeature,
  registrationsFeature,
  leadsFeature,
  campaignsFeature,
  referrersFeature,
  adjustmentsFeature,
  paymentsFeature,
  reconciliationFeature,
  calendarFeature,
  goldSubscriptionFeature,
  securityFeature,
  authFeature,
  auditFeature,
  importsFeature,
  orderQuestionsFeature,
  rosterFeature,
  birthdaysFeature,
  joiningFeature,
  pipelineFeature,
  membersFeature,
  staffFeature,
  apiFeature,
  webhooksFeature,
];

/** What a person's copy of their data is made of. */
export const exportTables = features.flatMap((feature) => feature.exportTables ?? []);

/** How a person who leaves is taken out of the house. */
export const erasures = features.flatMap((feature) => feature.erasure ?? []);

/** What can wait for staff. */
export const waitingSources = features.flatMap((feature) => feature.waiting ?? []);

/** Files that can be brought in. */
export const fileKinds = features.flatMap((feature) => feature.fileKinds ?? []);

/** What gives points by hand, as it is done once a second person approves it. */
export const handActs = features.flatMap((feature) => feature.handActs ?? []);

/** What members pay for, and how it goes on once they have. */
export const payables = features.flatMap((feature) => feature.payables ?? []);

/** Pictures that go into letters. */
const letterPictures = Object.assign(
  {},
  ...features.map((feature) => feature.letterPictures ?? {}),
);

export const house: House = { exportTables, erasures, fileKinds, payables, letterPictures };
