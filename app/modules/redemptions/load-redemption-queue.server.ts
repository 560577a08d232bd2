import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import { owesPoints } from "#app/modules/ledger/account-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { RedemptionState } from "./redemption.ts";
import { LATE_AFTER_DAYS, type QueuePlace, type QueueView } from "./redemption-queue.ts";
import { AWAITS_MONEY, SHORT, TITLE, UNPAID } from "./redemption-sql.server.ts";

/** A redemption as the queue lists it. */
export type QueuedRedemption = {
  id: number;
  memberNumber: string;
  memberName: string;
  title: InBoth;
  quantity: number;
  fulfilment: Fulfilment;
  state: RedemptionState;
  takenAt: Date;
  /** The first instant at which it has not been collected in time. */
  collectBy: Date | null;
  /** Where it is collected. */
  store: InBoth | null;
  /** The store on whose shelf its pieces lie; null for the store room. */
  liesAt: InBoth | null;
  /** It has waited for the dealership for too long. */
  late: boolean;
  /** Its shelf has fewer pieces than are promised. */
  short: boolean;
  /** Its money part has not been paid. */
  unpaid: boolean;
  /** Its owner owes points: those that paid for it may have been taken back. */
  owes: boolean;
};

export type RedemptionQueue = {
  redemptions: QueuedRedemption[];
  /** The id of the last one, where more follow. */
  next: number | null;
  /** How many there are, by view; ended ones are not counted. */
  counts: Record<Exclude<QueueView, "ended">, number>;
};

const VIEWS: Record<QueueView, Prisma.Sql> = {
  "lay-out": Prisma.sql`redemption.state = 'requested' and redemption.fulfilment = 'collect'`,
  waiting: Prisma.sql`redemption.state = 'ready'`,
  "to-ship": Prisma.sql`redemption.state = 'requested' and redemption.fulfilment = 'ship'`,
  "on-its-way": Prisma.sql`redemption.state = 'shipped'`,
  vouchers: Prisma.sql`redemption.state = 'issued'`,
  short: Prisma.sql`redemption.id in (${SHORT})`,
  ended: Prisma.sql`redemption.state not in ('requested', 'ready', 'shipped', 'issued')`,
};

/** What only waits for the dealership, and has for too long. */
export const LATE = Prisma.sql`(redemption.state = 'requested' and not ${AWAITS_MONEY}
  and redemption.created_at < now() - make_interval(days => ${LATE_AFTER_DAYS}::int))`;

/** Of one store: what is collected there; everything that is sent or shown is of all places. */
const at = (place: QueuePlace) =>
  place === "all"
    ? Prisma.sql`true`
    : Prisma.sql`(redemption.collect_store_id = ${place} or redemption.collect_store_id is null)`;

/**
 * A page of the redemptions of one view: whoever waits longest first; ended ones the
 * latest first.
 *
 * @param query.after the id of the last one of the page before.
 */
export async function loadRedemptionQueue(
  db: Db,
  query: { view: QueueView; place: QueuePlace; after: number | null; limit: number },
): Promise<RedemptionQueue> {
  const { view, place, after, limit } = query;
  const ended = view === "ended";
  // Ids are given in the order in which gifts are taken.
  const order = ended ? Prisma.sql`redemption.id desc` : Prisma.sql`redemption.id`;
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`and redemption.id ${ended ? Prisma.sql`<` : Prisma.sql`>`} ${after}`;
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<QueuedRedemption[]>`
      select redemption.id, member.number as "memberNumber", person.name as "memberName",
        ${TITLE} as title, redemption.quantity,
        redemption.fulfilment, redemption.state, redemption.created_at as "takenAt",
        redemption.collect_by as "collectBy", ${storeNamed()} as store, ${storeNamed("shelf")} as "liesAt",
        ${LATE} as late, redemption.id in (${SHORT}) as short, ${UNPAID} as unpaid,
        ${owesPoints(Prisma.sql`member.account_id`)} as owes
      from redemption
      join member on member.id = redemption.member_id join person on person.id = member.person_id
      left join store on store.id = redemption.collect_store_id
      left join store shelf on shelf.id = redemption.stock_store_id
      where ${VIEWS[view]} and ${at(place)} ${from}
      order by ${order} limit ${limit + 1}`,
    db.$queryRaw<RedemptionQueue["counts"][]>`
      select ${Prisma.join(
        COUNTED.map(
          (each) =>
            Prisma.sql`count(*) filter (where ${VIEWS[each]})::int as ${Prisma.raw(`"${each}"`)}`,
        ),
      )}
      from redemption
      where redemption.state in ('requested', 'ready', 'shipped', 'issued') and ${at(place)}`,
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    redemptions: rows.slice(0, limit),
    next: last ? last.id : null,
    counts: counts as RedemptionQueue["counts"],
  };
}

const COUNTED = ["lay-out", "waiting", "to-ship", "on-its-way", "vouchers", "short"] as const;
