import { Prisma } from "#app/generated.server/prisma/client.ts";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { isUnconfirmed, needsYes } from "#app/modules/leads/friend-yes.ts";
import type { LeadStepName } from "#app/modules/leads/lead-step.server.ts";
import type { NextAction } from "#app/modules/leads/next-action.ts";
import type { Ending, Stage } from "#app/modules/leads/stage.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { AppointmentKind, AppointmentState } from "./appointment.ts";
import { friendShown, type LeadViewer, type ShownFriend, worksWith } from "./friend-shown.ts";

type Named = { id: number; name: string };

/** Something that happened to a lead: a step of it, or a try to reach the friend. */
export type LeadHappening = {
  key: string;
  /** ISO 8601. */
  at: string;
  /** Null where the friend, the referrer, the clock or another program did it. */
  by: string | null;
} & (
  | {
      kind: "step";
      step: LeadStepName;
      stage: Stage;
      detail: { from?: string; reason?: string | null; until?: string; how?: string };
      to: string | null;
    }
  | { kind: "contact"; way: "call" | "message" | "talk"; reached: boolean; note: string }
);

export type LeadAppointment = {
  id: number;
  kind: AppointmentKind;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  store: InBoth | null;
  storeId: number | null;
  car: string;
  state: AppointmentState;
  sequence: number;
};

/** A lead as somebody of the staff sees it. */
export type LeadPage = {
  id: number;
  /** What forms send back, so that whoever acts from an older page is told. */
  revision: number;
  friend: ShownFriend;
  model: string;
  source: "form" | "link" | "desk" | "api";
  stage: Stage;
  ended: Ending | null;
  endReason: string | null;
  review: "waiting" | "passed" | "refused" | null;
  nextAction: NextAction | null;
  /** ISO 8601 instants. */
  dueAt: string | null;
  overdue: boolean;
  pausedUntil: string | null;
  holdsUntil: string;
  createdAt: string;
  metAt: string | null;
  deliveredAt: string | null;
  friendAnswer: "confirmed" | "declined" | "forgotten" | null;
  /** Whether the friend still has to say that they agreed: before anything comes of it, or where they like. */
  yes: "needed" | "open" | null;
  consultant: Named | null;
  store: StoreChoice | null;
  referrer: { name: string; memberNumber: string | null } | null;
  member: { name: string; number: string } | null;
  mergedInto: number | null;
  appointments: LeadAppointment[];
  happenings: LeadHappening[];
  /** Others of the same phone. */
  others: { id: number; stage: Stage; ended: Ending | null }[];
  /** Who could work it. */
  colleagues: Named[];
  /** Whoever reads this works with it: others take it over first. */
  isTheirs: boolean;
};

type Instants = "dueAt" | "pausedUntil" | "createdAt" | "metAt" | "deliveredAt" | "holdsUntil";
type Row = Omit<LeadPage, "friend" | "isTheirs" | "yes" | Instants> & {
  friendName: string | null;
  friendPhone: string | null;
  friendEmail: string | null;
  note: string;
} & Record<Exclude<Instants, "createdAt" | "holdsUntil">, Date | null> &
  Record<"createdAt" | "holdsUntil", Date>;

/**
 * A lead with all that happened to it, as far as whoever asks may see it; null where there is none.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function loadLeadPage(
  db: Db,
  leadId: number,
  viewer: LeadViewer,
  now?: Date,
): Promise<LeadPage | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select lead.id, ${REVISION} as revision, lead.friend_name as "friendName", lead.friend_phone as "friendPhone",
      lead.friend_email as "friendEmail", lead.note, lead.model, lead.source, lead.stage, lead.ended,
      lead.end_reason as "endReason", lead.review, lead.next_action as "nextAction",
      lead.next_due_at as "dueAt", lead.paused_until as "pausedUntil", lead.holds_until as "holdsUntil",
      (lead.ended is null and lead.next_due_at <= coalesce(${now ?? null}::timestamptz, now())) is true as overdue,
      lead.created_at as "createdAt", lead.met_at as "metAt", lead.delivered_at as "deliveredAt",
      lead.friend_answer as "friendAnswer", lead.merged_into as "mergedInto",
      ${CONSULTANT} as consultant, ${STORE} as store,
      (select json_build_object('name', person.name, 'memberNumber', member.number)
        from person left join member on member.person_id = person.id where person.id = lead.referrer_id) as referrer,
      (select json_build_object('name', person.name, 'number', member.number)
        from member join person on person.id = member.person_id where member.id = lead.member_id) as member,
      ${APPOINTMENTS} as appointments, ${HAPPENINGS} as happenings,
      (select coalesce(json_agg(json_build_object('id', other.id, 'stage', other.stage, 'ended', other.ended)
          order by other.id), '[]')
        from lead other where other.phone_hash = lead.phone_hash and other.id <> lead.id
          and other.review is distinct from 'refused') as others,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')
        from person colleague where closed_at is null and exists(select from role_grant
          where person_id = colleague.id and role = any(${WORKERS}::text[]))) as colleagues
    from lead where lead.id = ${leadId}`;
  if (!row) return null;
  const { friendName, friendPhone, friendEmail, note, happenings, ...shown } = row;
  const isTheirs = worksWith(viewer, row.consultant?.id ?? null);
  const { referrals } = rulesAt(await loadRuleBook(db), now ?? new Date()).rules;
  return {
    ...shown,
    yes: isUnconfirmed(row) && row.friendAnswer === null ? yesOf(row, referrals) : null,
    dueAt: row.dueAt?.toISOString() ?? null,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    metAt: row.metAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    holdsUntil: row.holdsUntil.toISOString(),
    createdAt: row.createdAt.toISOString(),
    friend: friendShown(
      { name: friendName, phone: friendPhone, email: friendEmail, note },
      isTheirs,
    ),
    // What was talked about is between the friend and whoever works with them.
    happenings: happenings.map((each) =>
      each.kind === "contact" && !isTheirs ? { ...each, note: "" } : each,
    ),
    isTheirs,
  };
}

const yesOf = (lead: Row, rules: ClubRules["referrals"]) =>
  lead.stage === "submitted" && needsYes(lead, rules) ? "needed" : "open";

const WORKERS = [...PERMISSIONS["leads.work"]];

const REVISION = Prisma.sql`
  (select coalesce(max(step.id), 0)::int from lead_step step where step.lead_id = lead.id)`;

const CONSULTANT = Prisma.sql`
  (select json_build_object('id', id, 'name', name) from person where id = lead.consultant_id)`;

const STORE = Prisma.sql`
  (select json_build_object('id', id, 'name', ${storeNamed()}) from store where id = lead.store_id)`;

const APPOINTMENTS = Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', each.id, 'kind', each.kind, 'startsAt', each.starts_at,
      'endsAt', each.ends_at, 'store', ${storeNamed()}, 'storeId', each.store_id, 'car', each.car, 'state', each.state,
      'sequence', each.sequence) order by each.state <> 'planned', each.starts_at, each.id), '[]')
    from lead_appointment each left join store on store.id = each.store_id where each.lead_id = lead.id)`;

/** The newest first. */
const HAPPENINGS = Prisma.sql`
  (select coalesce(json_agg(happened.what order by happened.at desc, happened.place desc), '[]') from (
    select step.created_at as at, step.id as place, json_build_object('key', 'step ' || step.id, 'kind', 'step',
        'at', step.created_at, 'by', (select name from person where id = step.created_by), 'step', step.step,
        'stage', step.stage, 'detail', step.detail,
        'to', (select name from person where step.step = 'assigned' and id = (step.detail ->> 'to')::int)) as what
      from lead_step step where step.lead_id = lead.id
    union all
    select contact.created_at, contact.id, json_build_object('key', 'contact ' || contact.id, 'kind', 'contact',
        'at', contact.created_at, 'by', (select name from person where id = contact.created_by),
        'way', contact.kind, 'reached', contact.reached, 'note', contact.note)
      from lead_contact contact where contact.lead_id = lead.id) happened)`;
