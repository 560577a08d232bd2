import { z } from "zod";
import { closeAccounts } from "./modules/account/close-accounts.server.ts";
import { makeDataExport } from "./modules/account/make-data-export.server.ts";
import { sweepExports } from "./modules/account/sweep-exports.server.ts";
import { sweepApiAnswers } from "./modules/api/answer-once.server.ts";
import { CODE_PURPOSES } from "./modules/auth/codes.server.ts";
import { sendCode } from "./modules/auth/send-code.server.ts";
import { sweepAuth } from "./modules/auth/sweep-auth.server.ts";
import { giveBirthdayPoints } from "./modules/birthdays/give-birthday-points.server.ts";
import { answerArrivedClaims } from "./modules/claims/answer-arrived-claims.server.ts";
import { loadClub } from "./modules/club/load-club.server.ts";
import { adoptLateOrders } from "./modules/garage/adopt-late-orders.server.ts";
import { reverseImport } from "./modules/imports/reverse-import.server.ts";
import { runImport } from "./modules/imports/run-import.server.ts";
import { sweepUploads } from "./modules/imports/sweep-uploads.server.ts";
import { sendJoiningCode } from "./modules/joining/send-joining-code.server.ts";
import { sweepJoinings } from "./modules/joining/sweep-joinings.server.ts";
import { lapseDue } from "./modules/ledger/lapse-due.server.ts";
import { sealLedger } from "./modules/ledger/seal-ledger.server.ts";
import { isLetterHour } from "./modules/letters/letter-hour.ts";
import { sendLetter } from "./modules/letters/send-letter.server.ts";
import { sweepLetters } from "./modules/letters/sweep-letters.server.ts";
import { exportEntryWords } from "./modules/points/export-entry-words.server.ts";
import { remindOfLapsingPoints } from "./modules/points/remind-of-lapsing-points.server.ts";
import { sweepContactCorrections } from "./modules/roster/sweep-contact-corrections.server.ts";
import { tellOfTiers } from "./modules/standing/tell-of-tiers.server.ts";
import { db } from "./platform/db.server.ts";
import { closeMailer } from "./platform/mailer.server.ts";
import { LOCALES } from "./platform/words/locale.ts";
import { type Jobs, startWorker, type Worker, workerReady } from "./platform/worker.server.ts";

const SendCode = z.object({
  email: z.string(),
  purpose: z.enum(CODE_PURPOSES),
  locale: z.enum(LOCALES),
});
const SendJoiningCode = SendCode.omit({ purpose: true });
const SendLetter = z.object({ mailId: z.int() });
const AdoptOrders = z.object({ holdingId: z.int() });
const MakeDataExport = z.object({ exportId: z.int(), locale: z.enum(LOCALES) });
const RunImport = z.object({ importId: z.int() });

/**
 * Which task does what, and when which runs by itself. Patterns are in UTC, the club's clock is not:
 * what is due on a day of the club runs every hour, finds what is due, and does nothing otherwise.
 */
const jobs: Jobs = {
  tasks: {
    "send-code": (payload) => sendCode(db(), SendCode.parse(payload)),
    "send-joining-code": (payload) => sendJoiningCode(db(), SendJoiningCode.parse(payload)),
    "send-letter": (payload, { lastAttempt }) =>
      sendLetter(db(), SendLetter.parse(payload).mailId, lastAttempt),
    "run-import": (payload, attempt) => runImport(RunImport.parse(payload).importId, attempt),
    "adopt-orders": (payload) => adoptLateOrders(AdoptOrders.parse(payload).holdingId),
    "close-accounts": closeAccounts,
    "make-data-export": (payload, { lastAttempt }) =>
      makeDataExport(MakeDataExport.parse(payload), exportEntryWords, lastAttempt),
    "reverse-import": (payload, attempt) =>
      reverseImport(RunImport.parse(payload).importId, attempt),
    "lapse-points": async () => {
      await lapseDue(db());
    },
    "seal-ledger": async () => {
      await sealLedger(db());
    },
    "remind-of-lapsing-points": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await remindOfLapsingPoints(db());
    },
    "answer-claims": async () => {
      await answerArrivedClaims();
    },
    "tell-of-tiers": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await tellOfTiers(db());
    },
    "give-birthday-points": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await giveBirthdayPoints(db());
    },
    sweep: async () => {
      await sweepAuth(db());
      await sweepJoinings(db());
      await sweepLetters(db());
      await sweepUploads(db());
      await sweepContactCorrections(db());
      await sweepApiAnswers(db());
      await sweepExports(db());
    },
  },
  schedule: [
    { task: "seal-ledger", cron: "*/5 * * * *" },
    { task: "answer-claims", cron: "*/10 * * * *" },
    { task: "lapse-points", cron: "4 * * * *" },
    { task: "remind-of-lapsing-points", cron: "17 * * * *" },
    { task: "close-accounts", cron: "7 * * * *" },
    { task: "tell-of-tiers", cron: "23 * * * *" },
    { task: "give-birthday-points", cron: "11 * * * *" },
    { task: "sweep", cron: "41 * * * *" },
  ],
};

/** Begins to work off the queue in this process. */
export async function startJobs(): Promise<Worker> {
  const worker = await startWorker(jobs);
  return {
    async stop() {
      await worker.stop();
      closeMailer();
    },
  };
}

/** For /readyz: whether jobs are being done, here or elsewhere. */
export async function jobsReady(): Promise<{ ok: boolean; detail?: string }> {
  return (await workerReady()) ? { ok: true } : { ok: false, detail: "no worker is at work" };
}
