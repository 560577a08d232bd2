import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Sign } from "#app/modules/leads/judge-lead.ts";
import type { Ending, Stage } from "#app/modules/leads/stage.ts";
import type { Db } from "#app/platform/db.server.ts";

type Referrer = { name: string; memberNumber: string | null } | null;

/** A lead about which something looked wrong, with the evidence. */
export type LeadToReview = {
  id: number;
  friendName: string | null;
  friendPhone: string | null;
  friendEmail: string | null;
  model: string;
  note: string;
  source: "form" | "link" | "desk" | "api";
  /** ISO 8601. */
  createdAt: string;
  signs: Sign[];
  referrer: Referrer;
  /** What the same referrer handed in within 30 days before, and how much of all of theirs was declined. */
  recent: number;
  declined: number;
  /** Other leads that came from the same device or network, as far as that is still kept. */
  sameDevice: number;
  sameNetwork: number;
};

/** A referrer who does not agree with what became of a lead. */
export type LeadAppeal = {
  leadId: number;
  note: string;
  /** ISO 8601. */
  createdAt: string;
  friendName: string | null;
  stage: Stage;
  ended: Ending | null;
  endReason: string | null;
  referrer: Referrer;
};

export type ReviewQueue = {
  leads: LeadToReview[];
  appeals: LeadAppeal[];
  /** How many there are of each; the oldest are shown. */
  counts: { leads: number; appeals: number };
};

/** What a person has to look at: the oldest first, as many as are looked at in one go. */
export async function loadReviewQueue(db: Db, limit: number): Promise<ReviewQueue> {
  const [leads, appeals, [counts]] = await Promise.all([
    db.$queryRaw<(Omit<LeadToReview, "createdAt"> & { createdAt: Date })[]>`
      select lead.id, lead.friend_name as "friendName", lead.friend_phone as "friendPhone",
        lead.friend_email as "friendEmail", lead.model, lead.note, lead.source, lead.created_at as "createdAt",
        array(select sign from lead_sign where lead_id = lead.id order by sign) as signs, ${REFERRER} as referrer,
        (select count(*)::int from lead other where other.referrer_id = lead.referrer_id and other.id <> lead.id
          and other.created_at between lead.created_at - interval '30 days' and lead.created_at) as recent,
        (select count(*)::int from lead other where other.referrer_id = lead.referrer_id
          and other.ended = 'declined') as declined,
        ${sharing("device_hash")} as "sameDevice", ${sharing("network_hash")} as "sameNetwork"
      from lead where lead.review = 'waiting' and lead.ended is null
      order by lead.created_at, lead.id limit ${limit}`,
    db.$queryRaw<(Omit<LeadAppeal, "createdAt"> & { createdAt: Date })[]>`
      select lead.id as "leadId", appeal.note, appeal.created_at as "createdAt", lead.friend_name as "friendName",
        lead.stage, lead.ended, lead.end_reason as "endReason", ${REFERRER} as referrer
      from lead_appeal appeal join lead on lead.id = appeal.lead_id
      where appeal.state = 'open' order by appeal.id limit ${limit}`,
    db.$queryRaw<[ReviewQueue["counts"]]>`
      select (select count(*)::int from lead where review = 'waiting' and ended is null) as leads,
        (select count(*)::int from lead_appeal where state = 'open') as appeals`,
  ]);
  return {
    leads: leads.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
    appeals: appeals.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
    counts,
  };
}

const REFERRER = Prisma.sql`
  (select json_build_object('name', person.name, 'memberNumber', member.number)
    from person left join member on member.person_id = person.id where person.id = lead.referrer_id)`;

const sharing = (column: "device_hash" | "network_hash") => {
  const hash = Prisma.raw(column);
  return Prisma.sql`(select count(distinct other.lead_id)::int from lead_origin origin
    join lead_origin other on other.${hash} = origin.${hash} and other.lead_id <> origin.lead_id
    where origin.lead_id = lead.id)`;
};
