import { Prisma } from "#app/generated.server/prisma/client.ts";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadWorkingHours } from "#app/modules/working-hours/load-working-hours.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { FOLLOW_UP_DAYS, type FollowUp, type FollowUpDay, followUpsOf } from "./follow-ups.ts";

/** A friend who bought, and the call after the sale that comes next. */
export type AfterSale = {
  leadId: number;
  friendName: string | null;
  consultant: string | null;
  day: FollowUpDay;
  on: Day;
  state: FollowUp["state"];
};

/** One call after the sale, with what was answered. */
export type AnsweredFollowUp = FollowUp & { reached: boolean | null; satisfaction: number | null };

const LAST_DAY = Math.max(...FOLLOW_UP_DAYS);
/** Later than this nobody asks any more: the last call, and as long again as people are away. */
const ASKED_DAYS = LAST_DAY + 60;

type Row = {
  leadId: number;
  friendName: string | null;
  consultant: string | null;
  deliveredAt: Date;
  done: number[];
};

/** Whether a sale is somebody's to call about: it was theirs, or theirs who no longer works here, or nobody's. */
export const isTheirsToAsk = (
  personId: number,
): Prisma.Sql => Prisma.sql`(lead.consultant_id = ${personId}
  or not exists (select from person seller join role_grant on role_grant.person_id = seller.id
    where seller.id = lead.consultant_id and seller.closed_at is null
      and role_grant.role = any(${[...PERMISSIONS["leads.work"]]}::text[])))`;

/**
 * The calls after a sale that are due, those that are late longest first.
 *
 * @param of.consultantId whose, with those of nobody who is still here; null for everybody's.
 * @param now for tests.
 */
export async function loadDueFollowUps(
  db: Db,
  { consultantId, limit }: { consultantId: number | null; limit: number },
  now = new Date(),
): Promise<AfterSale[]> {
  const [rows, [club, week]] = await Promise.all([
    db.$queryRaw<Row[]>`
      select lead.id as "leadId", lead.friend_name as "friendName", person.name as consultant,
        lead.delivered_at as "deliveredAt", ${DONE} as done
      from lead left join person on person.id = lead.consultant_id
      where ${OWED} and lead.delivered_at > ${now}::timestamptz - make_interval(days => ${ASKED_DAYS}::int)
        and ${consultantId === null ? Prisma.sql`true` : isTheirsToAsk(consultantId)}
      order by lead.delivered_at, lead.id`,
    Promise.all([loadClub(db), loadWorkingHours(db, null)]),
  ]);
  const time = clubTime(club.timeZone);
  const today = time.dayOf(now);
  const due = rows.flatMap(({ deliveredAt, done, ...row }) => {
    const calls = followUpsOf(time.dayOf(deliveredAt), done, today, week);
    // Of two that nobody made, the later one asks for both.
    const next = calls.findLast(({ state }) => state !== "to-come");
    return next && next.state !== "done" ? [{ ...row, ...next }] : [];
  });
  return due
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.leadId - b.leadId))
    .slice(0, limit);
}

const DONE = Prisma.sql`array(select day::int from lead_follow_up answered
  where answered.lead_id = lead.id and answered.delivered_at = lead.delivered_at)`;

/** The friend can be asked, and has not been asked for the last time. */
export const OWED = Prisma.sql`lead.stage = 'delivered' and lead.ended is null and lead.friend_phone is not null
  and not exists (select from lead_follow_up last where last.lead_id = lead.id
    and last.delivered_at = lead.delivered_at and last.day = ${LAST_DAY})`;

/** The calls after the sale of one lead; none where nothing was delivered. */
export async function loadFollowUpsOf(
  db: Db,
  leadId: number,
  now = new Date(),
): Promise<AnsweredFollowUp[]> {
  const lead = await db.lead.findUnique({
    where: { id: leadId },
    select: { deliveredAt: true, stage: true, followUps: true },
  });
  if (!lead?.deliveredAt || lead.stage !== "delivered") return [];
  const { deliveredAt } = lead;
  const answers = lead.followUps.filter(
    (each) => each.deliveredAt.getTime() === deliveredAt.getTime(),
  );
  const [club, week] = await Promise.all([loadClub(db), loadWorkingHours(db, null)]);
  const time = clubTime(club.timeZone);
  const done = answers.map(({ day }) => day);
  return followUpsOf(time.dayOf(deliveredAt), done, time.dayOf(now), week).map((call) => {
    const answer = answers.find(({ day }) => day === call.day);
    return {
      ...call,
      reached: answer?.reached ?? null,
      satisfaction: answer?.satisfaction ?? null,
    };
  });
}
