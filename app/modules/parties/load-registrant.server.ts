import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isDelayed } from "./delay-early-access.server.ts";
import type { Registrant } from "./may-register.ts";

type Row = {
  accountId: bigint;
  personId: number;
  locale: string | null;
  closed: boolean;
  earlyAccessDelayed: boolean;
  programme: string;
  visits: { storeId: number; at: string }[];
  boughtAt: string[];
  carModels: (string | null)[];
};

/** Somebody who registers, with what is asked about them. */
export type KnownRegistrant = Registrant & {
  accountId: bigint;
  personId: number;
  locale: string;
  /** Their account is closed. */
  closed: boolean;
};

/**
 * Reads what an event may ask about a member.
 *
 * @param now for tests; the database's clock otherwise.
 * @throws Error where there is no such member.
 */
export async function loadRegistrant(
  on: Db,
  memberId: number,
  now?: Date,
): Promise<KnownRegistrant> {
  const [row] = await on.$queryRaw<Row[]>`
    select member.account_id as "accountId", member.person_id as "personId", person.locale,
      person.closed_at is not null as closed, member.programme,
      ${isDelayed(now ?? null)} as "earlyAccessDelayed",
      (select coalesce(jsonb_agg(visit), '[]') from (
        select store_id as "storeId", max(settled_at) as at from service_order
        where service_order.member_id = member.id and service_order.state = 'settled'
        group by store_id) visit) as visits,
      (select coalesce(jsonb_agg(holding.starts_at), '[]') from car_holding holding
        where holding.member_id = member.id and holding.ends_at is null) as "boughtAt",
      (select coalesce(jsonb_agg(car.model), '[]') from car_holding holding
        join car on car.id = holding.car_id
        where holding.member_id = member.id and holding.ends_at is null) as "carModels"
    from member join person on person.id = member.person_id where member.id = ${memberId}`;
  if (!row) throw new Error(`There is no member ${memberId}.`);
  const statuses = await loadTierStatuses(on, [memberId], now);
  return {
    ...row,
    locale: row.locale ?? "en",
    tier: statuses.get(memberId)?.standing.tier ?? "silver",
    visits: row.visits.map(({ storeId, at }) => ({ storeId, at: new Date(at) })),
    boughtAt: row.boughtAt.map((at) => new Date(at)),
    carModels: row.carModels.flatMap((model) => model ?? []),
  };
}
