import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { NextAction } from "#app/modules/leads/next-action.ts";
import type { Ending, Stage } from "#app/modules/leads/stage.ts";
import type { Db } from "#app/platform/db.server.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import {
  type LeadDue,
  type LeadPlace,
  type LeadView,
  OPEN_STAGES,
  type OpenStage,
} from "./lead-board.ts";

/** A lead as the list and the board show it: nothing by which the friend could be rung. */
export type ListedLead = {
  id: number;
  /** Null once the friend asked to be forgotten. */
  friendName: string | null;
  model: string;
  referrerName: string | null;
  stage: Stage;
  ended: Ending | null;
  nextAction: NextAction | null;
  /** ISO 8601 instants. */
  dueAt: string | null;
  overdue: boolean;
  pausedUntil: string | null;
  consultant: string | null;
  store: InBoth | null;
};

export type LeadCounts = {
  mine: number;
  team: number;
  unassigned: number;
  /** Of the view that is shown. */
  open: number;
  overdue: number;
  /** Of what is shown of the view. */
  stages: Partial<Record<OpenStage, number>>;
};

type Asked = {
  view: LeadView;
  staffId: number;
  /** One store's; null for all. */
  storeId: number | null;
  /** One stage's; null for all. */
  stage: OpenStage | null;
  due: LeadDue;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

type Row = Omit<ListedLead, "dueAt" | "pausedUntil"> & {
  dueAt: Date | null;
  pausedUntil: Date | null;
};

/** What waits for a person to look at it is no work yet. */
export const IS_WORK = Prisma.sql`lead.ended is null and lead.stage <> 'delivered'
  and (lead.review is null or lead.review = 'passed')`;

/** Where the friend still has to say that they agreed, no hour is set yet: such leads come last. */
const LAST = new Date("9999-01-01T00:00:00Z");
const DUE = Prisma.sql`coalesce(lead.next_due_at, ${LAST}::timestamptz)`;

/**
 * A page of leads: those that are late first, then whichever is due first. Ended ones are listed the latest first.
 */
export async function loadLeadList(
  db: Db,
  asked: Asked & { after: LeadPlace | null; limit: number },
): Promise<{ leads: ListedLead[]; next: LeadPlace | null; counts: LeadCounts }> {
  const [rows, counts] = await Promise.all([
    asked.view === "ended" ? selectEnded(db, asked) : selectOpen(db, asked),
    countLeads(db, asked),
  ]);
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    leads: rows.slice(0, asked.limit).map(readRow),
    next: last ? { dueAt: last.dueAt ?? LAST, id: last.id } : null,
    counts,
  };
}

/** The board: of each stage as many as are due first, and how many there are. */
export async function loadLeadBoard(
  db: Db,
  asked: Asked & { perStage: number },
): Promise<{ leads: ListedLead[]; counts: LeadCounts }> {
  const [rows, counts] = await Promise.all([
    db.$queryRaw<Row[]>`
      select ${shown(asked)} from (
        select lead.*, row_number() over (partition by stage order by ${DUE}, id) as place
        from lead where ${IS_WORK} ${filters(asked)}
      ) lead ${JOINED}
      where lead.place <= ${asked.perStage} order by ${DUE}, lead.id`,
    countLeads(db, asked),
  ]);
  return { leads: rows.map(readRow), counts };
}

const shown = ({ now }: Asked) => Prisma.sql`
  lead.id, lead.friend_name as "friendName", lead.model, referrer.name as "referrerName", lead.stage, lead.ended,
  lead.next_action as "nextAction", lead.next_due_at as "dueAt", lead.paused_until as "pausedUntil",
  (lead.ended is null and lead.next_due_at <= ${clock(now)}) is true as overdue,
  consultant.name as consultant, ${storeNamed()} as store`;

const JOINED = Prisma.sql`
  left join person referrer on referrer.id = lead.referrer_id
  left join person consultant on consultant.id = lead.consultant_id
  left join store on store.id = lead.store_id`;

const clock = (now?: Date) => Prisma.sql`coalesce(${now ?? null}::timestamptz, now())`;

function filters({ view, staffId, storeId, stage, due, now }: Asked): Prisma.Sql {
  const whose =
    view === "mine"
      ? Prisma.sql`and lead.consultant_id = ${staffId}`
      : view === "unassigned"
        ? Prisma.sql`and lead.consultant_id is null`
        : Prisma.empty;
  const where = storeId === null ? Prisma.empty : Prisma.sql`and lead.store_id = ${storeId}`;
  const at = stage === null ? Prisma.empty : Prisma.sql`and lead.stage = ${stage}`;
  const late = due === "late" ? Prisma.sql`and lead.next_due_at <= ${clock(now)}` : Prisma.empty;
  return Prisma.sql`${whose} ${where} ${at} ${late}`;
}

type Page = Asked & { after: LeadPlace | null; limit: number };

function selectOpen(db: Db, asked: Page): Promise<Row[]> {
  const { after, limit } = asked;
  const from = after
    ? Prisma.sql`and (${DUE}, lead.id) > (${after.dueAt}::timestamptz, ${after.id}::int)`
    : Prisma.empty;
  return db.$queryRaw<Row[]>`
    select ${shown(asked)} from lead ${JOINED} where ${IS_WORK} ${filters(asked)} ${from}
    order by ${DUE}, lead.id limit ${limit + 1}`;
}

function selectEnded(db: Db, asked: Page): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select ${shown(asked)} from lead ${JOINED}
    where (lead.ended is not null or lead.stage = 'delivered') ${filters(asked)}
      and lead.id < ${asked.after?.id ?? MOST_ROW_ID}
    order by lead.id desc limit ${asked.limit + 1}`;
}

async function countLeads(db: Db, asked: Asked): Promise<LeadCounts> {
  const { staffId, storeId, now } = asked;
  const everywhere = { ...asked, storeId: null, stage: null };
  const isShown = Prisma.sql`true ${filters(everywhere)}`;
  const inView = Prisma.sql`true ${filters({ ...everywhere, due: "all" })}`;
  const stages = OPEN_STAGES.map(
    (stage) =>
      Prisma.sql`${stage}::text, count(*) filter (where lead.stage = ${stage} and ${isShown})`,
  );
  const [counts] = await db.$queryRaw<[LeadCounts]>`
    select count(*)::int as team, count(*) filter (where lead.consultant_id = ${staffId})::int as mine,
      count(*) filter (where lead.consultant_id is null)::int as unassigned,
      count(*) filter (where ${inView})::int as open,
      count(*) filter (where lead.next_due_at <= ${clock(now)} and ${inView})::int as overdue,
      json_build_object(${Prisma.join(stages)}) as stages
    from lead
    where ${IS_WORK} ${storeId === null ? Prisma.empty : Prisma.sql`and lead.store_id = ${storeId}`}`;
  return counts;
}

function readRow({ dueAt, pausedUntil, ...row }: Row): ListedLead {
  return {
    ...row,
    dueAt: dueAt?.toISOString() ?? null,
    pausedUntil: pausedUntil?.toISOString() ?? null,
  };
}
