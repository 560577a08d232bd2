import { isDeepStrictEqual } from "node:util";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { netStatus } from "#app/modules/ledger/status-sql.server.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import {
  goldPeriods,
  type KeptGold,
  type KeptStatus,
  statusEntries,
} from "#app/modules/standing/gold-facts.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { bookWith, judgeUnderBoth, type TwoBooks } from "./judge-under-both.ts";
import { type PreviewResult, previewTally } from "./preview-tally.ts";

/** The days a preview looks back over. */
const PREVIEW_DAYS = 30;
/** More orders than this are not judged: the answer says that it is a part. */
const MOST_ORDERS = 300_000;
/** Orders at a time; all of one member's come together. */
const CHUNK = 4_000;

export type RulesPreview = PreviewResult & {
  /** The first day whose orders were judged. */
  from: Day;
  /** False where there are more orders than are judged. */
  complete: boolean;
};

type OrderRow = {
  member_id: number;
  store: string;
  number: string;
  settled_at: Date;
  kind: WorkKind;
  paid: number;
  payer: Payer;
};

type MemberRow = {
  id: number;
  number: string;
  name: string;
  programme: string;
  gold: KeptGold[];
  status: KeptStatus[];
};

/**
 * What a change of the rules would have done to the last 30 days' orders of members, as though it had begun
 * with them: points under the rules before and after. Nothing is booked; orders are read member by
 * member in pieces, so the memory it takes does not grow with the club.
 */
export async function previewRules(
  db: Db,
  { before, after }: { before: ClubRules; after: ClubRules },
  now = new Date(),
): Promise<RulesPreview> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const time = clubTime(timeZone);
  const from = addDays(time.dayOf(now), -PREVIEW_DAYS);
  const start = time.startOfDay(from);
  const books: TwoBooks = {
    before: bookWith(book, before, start),
    after: bookWith(book, after, start),
    rules: { before, after },
    sameTiers: isDeepStrictEqual(before.tiers, after.tiers),
    now,
    time,
  };
  const tally = previewTally();
  let seen = 0;
  let beyond = 0;
  for (;;) {
    const orders = await ordersBeyond(db, beyond, { start, now });
    const last = orders.at(-1);
    if (!last) break;
    const byMember = ordersByMember(orders);
    for (const member of await loadMembers(db, [...byMember.keys()])) {
      const own = byMember.get(member.id) ?? [];
      tally.add(judgeUnderBoth(previewed(member, own), books));
    }
    beyond = last.member_id;
    seen += orders.length;
    if (seen >= MOST_ORDERS) break;
  }
  return { ...tally.result(), from, complete: seen < MOST_ORDERS };
}

/** Some orders of the next members, all of the last one's with them. Walks the index of members' orders. */
function ordersBeyond(
  db: Db,
  beyond: number,
  { start, now }: { start: Date; now: Date },
): Promise<OrderRow[]> {
  return db.$queryRaw<OrderRow[]>`
    select o.member_id, (select name from store where id = o.store_id) as store,
      o.order_number as number, o.settled_at, o.kind, o.paid_minor - o.refunded_minor as paid, o.payer
    from service_order o
    where o.member_id > ${beyond} and o.settled_at >= ${start}::timestamptz
      and o.settled_at <= ${now}::timestamptz and o.state = 'settled'
    order by o.member_id fetch first ${CHUNK} rows with ties`;
}

function ordersByMember(orders: OrderRow[]): Map<number, OrderRow[]> {
  const byMember = new Map<number, OrderRow[]>();
  for (const order of orders) {
    const own = byMember.get(order.member_id);
    if (own) own.push(order);
    else byMember.set(order.member_id, [order]);
  }
  return byMember;
}

function loadMembers(db: Db, ids: number[]): Promise<MemberRow[]> {
  return db.$queryRaw<MemberRow[]>`
    select member.id, member.number, person.name, member.programme,
      (select coalesce(jsonb_agg(jsonb_build_array(
          cause, extract(epoch from starts_at) * 1000, extract(epoch from ends_at) * 1000)), '[]')
        from tier_period where member_id = member.id and tier = 'gold'
          and cause not in ('status_points', 'renewed')) as gold,
      ${netStatus(Prisma.sql`member.account_id`)} as status
    from member join person on person.id = member.person_id
    where member.id = any(${ids}::int[])
    order by member.id`;
}

function previewed(member: MemberRow, orders: OrderRow[]) {
  return {
    number: member.number,
    name: member.name,
    programme: member.programme,
    given: goldPeriods(member.gold),
    status: statusEntries(member.status),
    orders: orders.map(({ settled_at, member_id, ...order }) => ({
      ...order,
      settledAt: settled_at,
    })),
  };
}
