import { type ComingExtra, comingExtras } from "#app/modules/campaigns/coming.ts";
import { loadAwards, type ShownAward } from "#app/modules/campaigns/load-awards.server.ts";
import { loadPromises } from "#app/modules/campaigns/load-promises.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { needsYes } from "#app/modules/leads/friend-yes.ts";
import {
  comingRewards,
  isAppealable,
  type ReferralReward,
  type ReferralStage,
  type ReferralStanding,
  type ReferralState,
  STATE,
  standingOf,
  wayOf,
} from "#app/modules/leads/referral-view.ts";
import { REWARDED, type RewardedStage } from "#app/modules/leads/rewards.ts";
import type { Stage } from "#app/modules/leads/stage.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadReferralTerms } from "./load-referrals.server.ts";

/** What happened to a lead beside its way forward, as the referrer reads it. */
export type ReferralEvent = {
  id: number;
  what: "moved-back" | "declined" | "lost" | "found-again" | "confirmed" | "merged" | "not-taken";
  stage: Stage;
  reason: string | null;
  at: Date;
};

/** One lead, as its referrer reads it: nothing of the friend but the name that they typed themselves. */
export type ReferralPage = {
  id: number;
  name: string | null;
  standing: ReferralStanding;
  at: Date;
  source: "form" | "link" | "desk" | "api";
  callBy: Date | null;
  /** That instant is over, and nobody has called. */
  callIsLate: boolean;
  /** The friend is asked first, and the call waits for it. */
  waitsForFriend: boolean;
  /** What the friend is asked for on the first call, where the referrer alone can tell them. */
  friendCode: string | null;
  /** Until when nobody else may name the friend; null where that is over, or the sale is under way. */
  heldUntil: Date | null;
  endReason: string | null;
  way: ReferralStage[];
  events: ReferralEvent[];
  rewards: ReferralReward[];
  coming: { stage: RewardedStage; points: number }[];
  /** What campaigns brought on top, and what they will bring. */
  awards: ShownAward[];
  extras: ComingExtra[];
  pendingDays: number;
  acceptedPerMonth: number;
  /** When it was read. */
  now: Date;
  appeal: {
    state: "open" | "upheld" | "refused";
    note: string;
    answer: string | null;
    at: Date;
  } | null;
  mayAppeal: boolean;
};

/** @returns null where the lead is not this referrer's. */
export async function loadReferral(
  db: Db,
  personId: number,
  id: number,
  now = new Date(),
): Promise<ReferralPage | null> {
  const lead = await db.lead.findFirst({
    where: { id, referrerId: personId },
    select: {
      ...STATE,
      id: true,
      friendName: true,
      friendEmail: true,
      friendCode: true,
      source: true,
      createdAt: true,
      nextDueAt: true,
      metAt: true,
      holdsUntil: true,
      endReason: true,
      steps: { orderBy: { id: "asc" } },
      rewards: { where: { stage: { in: [...REWARDED] } }, orderBy: { id: "asc" } },
      appeal: true,
    },
  });
  if (!lead) return null;
  const state = lead as unknown as ReferralState;
  const standing = standingOf(state);
  if (standing === "gone") return gone(lead, now);
  const [terms, awards, promises, { timeZone }] = await Promise.all([
    loadReferralTerms(db, personId, now),
    loadAwards(db, { leadId: id }),
    loadPromises(db, id),
    loadClub(db),
  ]);
  const isOver = !isGoingOn(standing);
  const moves = lead.steps
    .filter(({ step }) => step === "moved")
    .map(({ stage, createdAt }) => ({ to: stage as Stage, at: createdAt }));
  const way = wayOf({ stage: state.stage, isOver }, lead.createdAt, moves);
  const rewards = lead.rewards.map(({ stage, points, availableAt, notGiven, takenBackReason }) => ({
    stage,
    points,
    availableAt,
    notGiven,
    takenBackReason,
  })) as ReferralReward[];
  const ahead = isOver ? [] : comingRewards(way, rewards);
  const submitted = standing === "submitted" && lead.metAt === null;
  // Whoever was not written to says yes on the call, whose clock runs already.
  const isWrittenTo = lead.friendEmail !== null && lead.nextDueAt === null;
  const isAskedOnCall = standing === "submitted" && !isWrittenTo && needsYes(lead, terms);
  const isAhead = !isOver && standing !== "ordered" && standing !== "delivered";
  return {
    id,
    name: lead.friendName,
    standing,
    at: lead.createdAt,
    source: lead.source as ReferralPage["source"],
    callBy: submitted ? lead.nextDueAt : null,
    callIsLate: submitted && lead.nextDueAt !== null && lead.nextDueAt <= now,
    waitsForFriend: submitted && lead.nextDueAt === null,
    friendCode: isAskedOnCall ? lead.friendCode : null,
    heldUntil: isAhead && lead.holdsUntil > now ? lead.holdsUntil : null,
    endReason: lead.endReason,
    way,
    events: lead.steps.flatMap(eventOf),
    rewards,
    coming: ahead.map((stage) => ({ stage, points: terms.points[stage] })),
    awards,
    extras: comingExtras(promises, ahead, terms.points, clubTime(timeZone).dayOf(now)),
    pendingDays: terms.pendingDays,
    acceptedPerMonth: terms.acceptedPerMonth,
    now,
    appeal: lead.appeal && {
      state: lead.appeal.state as "open" | "upheld" | "refused",
      note: lead.appeal.note,
      answer: lead.appeal.answer,
      at: lead.appeal.createdAt,
    },
    mayAppeal: lead.appeal === null && isAppealable(standing, rewards),
  };
}

/** Whether a lead with such a standing is still on its way. */
const isGoingOn = (standing: ReferralStanding): boolean =>
  !["declined", "not-taken", "lost", "merged", "gone"].includes(standing);

/** Of a friend who said no, or asked to be forgotten, there is nothing more to be read. */
function gone(
  { id, createdAt, source }: { id: number; createdAt: Date; source: string },
  now: Date,
): ReferralPage {
  return {
    id,
    name: null,
    standing: "gone",
    at: createdAt,
    source: source as ReferralPage["source"],
    callBy: null,
    callIsLate: false,
    waitsForFriend: false,
    friendCode: null,
    heldUntil: null,
    endReason: null,
    way: [],
    events: [],
    rewards: [],
    coming: [],
    awards: [],
    extras: [],
    pendingDays: 0,
    acceptedPerMonth: 0,
    now,
    appeal: null,
    mayAppeal: false,
  };
}

type Step = { id: bigint; step: string; stage: string; detail: unknown; createdAt: Date };

const TOLD: Record<string, ReferralEvent["what"]> = {
  declined: "declined",
  lost: "lost",
  "found-again": "found-again",
  confirmed: "confirmed",
  merged: "merged",
  "review-refused": "not-taken",
};

function eventOf({ id, step, stage, detail, createdAt }: Step): ReferralEvent[] {
  const { reason = null } = detail as { reason?: string | null };
  // A move that has a reason went back; those forward are the lead's way.
  const what = step === "moved" ? reason && "moved-back" : TOLD[step];
  return what ? [{ id: Number(id), what, stage: stage as Stage, reason, at: createdAt }] : [];
}
