import type { ApiClient } from "#app/modules/api/api-client.ts";
import type { ApiLead, ApiLeadChange, ApiLeadRequest } from "#app/modules/api/lead-schemas.ts";
import { storeKey } from "#app/modules/club/store-name.ts";
import { type HandedIn, handInWithin } from "#app/modules/leads/hand-in-lead.server.ts";
import { apiRequestKey } from "#app/modules/leads/lead-request-key.ts";
import { type LeadMoved, moveLead } from "#app/modules/leads/move-lead.server.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import { findReferrer } from "#app/modules/referrers/find-referrer.server.ts";
import { referringMember } from "#app/modules/referrers/referring-member.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { endLead, type LeadEnded } from "./end-lead.server.ts";
import { type FoundAgain, findLeadAgain } from "./find-again.server.ts";

export type HandedInOverApi =
  | HandedIn
  | { ok: false; refusal: "no-such-referrer" | "no-such-store" | "phone-unreadable" };

/**
 * Hands in a friend as another program asks, in the caller's transaction.
 *
 * @param by.key the request's, which makes a repeat the same lead.
 */
export async function handInOverApi(
  tx: Db,
  sent: ApiLeadRequest,
  by: { client: ApiClient; key: string },
): Promise<HandedInOverApi> {
  const phone = readPhone(sent.friend.phone);
  if (phone === null) return { ok: false, refusal: "phone-unreadable" };
  const referrerId = await referrerOf(tx, sent.referrer);
  if (referrerId === null) return { ok: false, refusal: "no-such-referrer" };
  const storeId = sent.store ? await storeOf(tx, sent.store) : null;
  if (sent.store && storeId === null) return { ok: false, refusal: "no-such-store" };
  const { name, email, locale, model, note } = sent.friend;
  return handInWithin(tx, {
    referrerId,
    friend: { name, phone, email: email?.toLowerCase() ?? null, locale, model, note },
    source: "api",
    consented: sent.consented,
    consentVersion: null,
    storeId,
    by: null,
    signs: [],
    origin: null,
    requestKey: apiRequestKey({ clientId: by.client.id, key: by.key }),
  });
}

/** Says where a lead stands, as another program has it. Said again, nothing happens. */
export function changeLeadOverApi(
  leadId: number,
  sent: ApiLeadChange,
  client: ApiClient,
): Promise<LeadMoved | LeadEnded | FoundAgain> {
  const mover = { by: null, clientId: client.id };
  if ("stage" in sent) {
    const { stage, reason = null } = sent;
    return moveLead({ leadId, to: stage, reason, revision: null }, mover);
  }
  if (sent.ended === null) return findLeadAgain({ leadId, revision: null }, mover);
  const end =
    sent.ended === "lost"
      ? ({ ending: "lost", reason: sent.reason } as const)
      : ({ ending: "declined", reason: sent.reason } as const);
  return endLead({ leadId, ...end, revision: null }, mover);
}

/** A lead as other programs see it; null where there is none. */
export async function loadApiLead(db: Db, id: number): Promise<ApiLead | null> {
  const lead = await db.lead.findUnique({
    where: { id },
    include: {
      referrer: { select: { person: { select: { member: { select: { number: true } } } } } },
      rewards: { where: { takenBackAt: null }, orderBy: { id: "asc" } },
    },
  });
  if (!lead) return null;
  const consultant = await consultantOf(db, lead.consultantId);
  return {
    id: lead.id,
    referrer: lead.referrer && { member_number: lead.referrer.person.member?.number ?? null },
    friend_name: lead.friendName,
    model: lead.model,
    consultant,
    stage: lead.stage as ApiLead["stage"],
    ended: lead.ended as ApiLead["ended"],
    end_reason: lead.endReason,
    in_review: lead.review === "waiting",
    call_by: lead.nextDueAt?.toISOString() ?? null,
    held_until: lead.holdsUntil.toISOString(),
    rewards: lead.rewards.map((reward) => ({
      stage: reward.stage as ApiLead["rewards"][number]["stage"],
      points: reward.points,
      available_at: reward.availableAt?.toISOString() ?? null,
      not_given: reward.notGiven as ApiLead["rewards"][number]["not_given"],
    })),
    created_at: lead.createdAt.toISOString(),
  };
}

async function consultantOf(db: Db, id: number | null): Promise<ApiLead["consultant"]> {
  if (id === null) return null;
  return db.person.findUnique({ where: { id }, select: { name: true, email: true } });
}

/** By the short code, or by a member's number: every owner may recommend. */
async function referrerOf(tx: Db, by: ApiLeadRequest["referrer"]): Promise<number | null> {
  if ("code" in by) return (await findReferrer(tx, by.code))?.personId ?? null;
  const number = readMemberNumber(by.member_number);
  return number === null ? null : referringMember(tx, number);
}

/** A store that is open, in any spelling of its name. */
async function storeOf(tx: Db, name: string): Promise<number | null> {
  const known = await tx.storeAlias.findFirst({
    where: { key: storeKey(name), store: { closedAt: null } },
    select: { storeId: true },
  });
  if (known) return known.storeId;
  const stores = await tx.store.findMany({ where: { closedAt: null, askedSince: null } });
  return stores.find((store) => storeKey(store.name) === storeKey(name))?.id ?? null;
}
