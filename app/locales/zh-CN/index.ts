import account from "./account.json";
import accountExport from "./account-export.json";
import accountLetters from "./account-letters.json";
import adjustmentsAdmin from "./adjustments-admin.json";
import adjustmentsLetters from "./adjustments-letters.json";
import albums from "./albums.json";
import albumsAdmin from "./albums-admin.json";
import apiAdmin from "./api-admin.json";
import attendance from "./attendance.json";
import attendanceAdmin from "./attendance-admin.json";
import attendanceLetters from "./attendance-letters.json";
import attendanceMy from "./attendance-my.json";
import auditAdmin from "./audit-admin.json";
import auth from "./auth.json";
import authLetters from "./auth-letters.json";
import birthdaysLetters from "./birthdays-letters.json";
import calendar from "./calendar.json";
import campaigns from "./campaigns.json";
import campaignsAdmin from "./campaigns-admin.json";
import certificates from "./certificates.json";
import certificatesAdmin from "./certificates-admin.json";
import claims from "./claims.json";
import claimsAdmin from "./claims-admin.json";
import claimsLetters from "./claims-letters.json";
import clubAdmin from "./club-admin.json";
import common from "./common.json";
import commonAdmin from "./common-admin.json";
import commonLetters from "./common-letters.json";
import consents from "./consents.json";
import contestResults from "./contest-results.json";
import contestResultsAdmin from "./contest-results-admin.json";
import contestResultsLetters from "./contest-results-letters.json";
import contests from "./contests.json";
import contestsAdmin from "./contests-admin.json";
import draws from "./draws.json";
import drawsAdmin from "./draws-admin.json";
import drawsLetters from "./draws-letters.json";
import dues from "./dues.json";
import duesAdmin from "./dues-admin.json";
import eventDecisionsAdmin from "./event-decisions-admin.json";
import eventDecisionsLetters from "./event-decisions-letters.json";
import eventMessagesAdmin from "./event-messages-admin.json";
import eventMessagesLetters from "./event-messages-letters.json";
import eventReportAdmin from "./event-report-admin.json";
import eventThanksAdmin from "./event-thanks-admin.json";
import eventThanksLetters from "./event-thanks-letters.json";
import events from "./events.json";
import eventsAdmin from "./events-admin.json";
import financeAdmin from "./finance-admin.json";
import gallery from "./gallery.json";
import galleryAdmin from "./gallery-admin.json";
import garage from "./garage.json";
import garageAdmin from "./garage-admin.json";
import garageLetters from "./garage-letters.json";
import giftReportAdmin from "./gift-report-admin.json";
import gifts from "./gifts.json";
import giftsAdmin from "./gifts-admin.json";
import goals from "./goals.json";
import goalsLetters from "./goals-letters.json";
import goldGrantsAdmin from "./gold-grants-admin.json";
import goldSubscriptionLetters from "./gold-subscription-letters.json";
import goldSubscriptionMy from "./gold-subscription-my.json";
import home from "./home.json";
import homePublic from "./home-public.json";
import impact from "./impact.json";
import impactAdmin from "./impact-admin.json";
import importsAdmin from "./imports-admin.json";
import joining from "./joining.json";
import joiningLetters from "./joining-letters.json";
import joiningMy from "./joining-my.json";
import judging from "./judging.json";
import judgingAdmin from "./judging-admin.json";
import leadFiguresAdmin from "./lead-figures-admin.json";
import leadsLetters from "./leads-letters.json";
import letters from "./letters.json";
import lettersAdmin from "./letters-admin.json";
import lettersOpen from "./letters-open.json";
import membersAdmin from "./members-admin.json";
import membersExport from "./members-export.json";
import orderQuestionsAdmin from "./order-questions-admin.json";
import paymentMethodsAdmin from "./payment-methods-admin.json";
import payments from "./payments.json";
import paymentsAdmin from "./payments-admin.json";
import paymentsLetters from "./payments-letters.json";
import pipelineAdmin from "./pipeline-admin.json";
import points from "./points.json";
import pointsAdmin from "./points-admin.json";
import pointsExport from "./points-export.json";
import pointsLetters from "./points-letters.json";
import pointsMy from "./points-my.json";
import reconciliationAdmin from "./reconciliation-admin.json";
import redemptions from "./redemptions.json";
import redemptionsAdmin from "./redemptions-admin.json";
import redemptionsLetters from "./redemptions-letters.json";
import referrers from "./referrers.json";
import referrersMy from "./referrers-my.json";
import referrersPublic from "./referrers-public.json";
import registrations from "./registrations.json";
import registrationsAdmin from "./registrations-admin.json";
import registrationsLetters from "./registrations-letters.json";
import rulesAdmin from "./rules-admin.json";
import security from "./security.json";
import securityLetters from "./security-letters.json";
import service from "./service.json";
import serviceAdmin from "./service-admin.json";
import serviceLetters from "./service-letters.json";
import shell from "./shell.json";
import shellAdmin from "./shell-admin.json";
import staffAdmin from "./staff-admin.json";
import staffLetters from "./staff-letters.json";
import standing from "./standing.json";
import standingLetters from "./standing-letters.json";
import standingMy from "./standing-my.json";
import stockAdmin from "./stock-admin.json";
import stockLetters from "./stock-letters.json";
import surveys from "./surveys.json";
import surveysAdmin from "./surveys-admin.json";
import surveysLetters from "./surveys-letters.json";
import texts from "./texts.json";
import textsAdmin from "./texts-admin.json";
import todayAdmin from "./today-admin.json";
import visitsAdmin from "./visits-admin.json";
import vouchersAdmin from "./vouchers-admin.json";
import webhooksAdmin from "./webhooks-admin.json";
import webhooksLetters from "./webhooks-letters.json";

/** Every area of words in Chinese, as in English. */
export const zhCN = {
  account,
  "account-export": accountExport,
  "account-letters": accountLetters,
  "adjustments-admin": adjustmentsAdmin,
  "adjustments-letters": adjustmentsLetters,
  albums,
  "albums-admin": albumsAdmin,
  "api-admin": apiAdmin,
  attendance,
  "attendance-admin": attendanceAdmin,
  "attendance-letters": attendanceLetters,
  "attendance-my": attendanceMy,
  "audit-admin": auditAdmin,
  auth,
  "auth-letters": authLetters,
  "birthdays-letters": birthdaysLetters,
  calendar,
  campaigns,
  "campaigns-admin": campaignsAdmin,
  certificates,
  "certificates-admin": certificatesAdmin,
  claims,
  "claims-admin": claimsAdmin,
  "claims-letters": claimsLetters,
  "club-admin": clubAdmin,
  common,
  "common-admin": commonAdmin,
  "common-letters": commonLetters,
  consents,
  contests,
  "contests-admin": contestsAdmin,
  draws,
  "draws-admin": drawsAdmin,
  "draws-letters": drawsLetters,
  "contest-results": contestResults,
  "contest-results-admin": contestResultsAdmin,
  "contest-results-letters": contestResultsLetters,
  dues,
  "dues-admin": duesAdmin,
  "event-decisions-admin": eventDecisionsAdmin,
  "event-decisions-letters": eventDecisionsLetters,
  "event-messages-admin": eventMessagesAdmin,
  "event-messages-letters": eventMessagesLetters,
  "event-report-admin": eventReportAdmin,
  "event-thanks-admin": eventThanksAdmin,
  "event-thanks-letters": eventThanksLetters,
  events,
  "events-admin": eventsAdmin,
  "finance-admin": financeAdmin,
  gallery,
  "gallery-admin": galleryAdmin,
  garage,
  "garage-admin": garageAdmin,
  "garage-letters": garageLetters,
  "gift-report-admin": giftReportAdmin,
  gifts,
  goals,
  "gifts-admin": giftsAdmin,
  "goals-letters": goalsLetters,
  "gold-grants-admin": goldGrantsAdmin,
  "gold-subscription-letters": goldSubscriptionLetters,
  "gold-subscription-my": goldSubscriptionMy,
  home,
  "home-public": homePublic,
  impact,
  "impact-admin": impactAdmin,
  "imports-admin": importsAdmin,
  joining,
  "joining-letters": joiningLetters,
  "joining-my": joiningMy,
  judging,
  "judging-admin": judgingAdmin,
  "lead-figures-admin": leadFiguresAdmin,
  "leads-letters": leadsLetters,
  letters,
  "letters-admin": lettersAdmin,
  "letters-open": lettersOpen,
  "members-admin": membersAdmin,
  "members-export": membersExport,
  "order-questions-admin": orderQuestionsAdmin,
  "payment-methods-admin": paymentMethodsAdmin,
  payments,
  "payments-admin": paymentsAdmin,
  "payments-letters": paymentsLetters,
  "pipeline-admin": pipelineAdmin,
  points,
  "points-admin": pointsAdmin,
  "points-export": pointsExport,
  "points-letters": pointsLetters,
  "points-my": pointsMy,
  "reconciliation-admin": reconciliationAdmin,
  redemptions,
  "redemptions-admin": redemptionsAdmin,
  "redemptions-letters": redemptionsLetters,
  referrers,
  "referrers-my": referrersMy,
  "referrers-public": referrersPublic,
  registrations,
  "registrations-admin": registrationsAdmin,
  "registrations-letters": registrationsLetters,
  "rules-admin": rulesAdmin,
  security,
  "security-letters": securityLetters,
  service,
  "service-admin": serviceAdmin,
  "service-letters": serviceLetters,
  "visits-admin": visitsAdmin,
  "vouchers-admin": vouchersAdmin,
  "webhooks-admin": webhooksAdmin,
  "webhooks-letters": webhooksLetters,
  shell,
  "shell-admin": shellAdmin,
  "staff-admin": staffAdmin,
  "staff-letters": staffLetters,
  standing,
  "standing-letters": standingLetters,
  "standing-my": standingMy,
  "stock-admin": stockAdmin,
  "stock-letters": stockLetters,
  surveys,
  "surveys-admin": surveysAdmin,
  "surveys-letters": surveysLetters,
  texts,
  "texts-admin": textsAdmin,
  "today-admin": todayAdmin,
};
