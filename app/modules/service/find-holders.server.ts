import { toPoints } from "#app/modules/ledger/points.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Holder } from "./order-award.ts";

/** A car as an order names it, on the day it names. */
export type HolderQuestion = {
  vin: string | null;
  plate: string | null;
  /** A VIN that may be misread, beside a plate. */
  writtenVin?: string;
  at: Date;
  /** Whose order it is already, where the car is the same: a claim that was granted stays granted. */
  ownerSoFar: number | null;
};

export type HolderAnswer = {
  carId: number | null;
  holder: Holder | null;
  /** False for an order from too long before its holder came: it is their history and earns nothing. */
  earns: boolean;
};

type Row = {
  n: number;
  car_id: number | null;
  member_id: number | null;
  number: string;
  account_id: bigint;
  programme: string;
  earns: boolean;
};

/**
 * Whose cars they were on those days. A car is known by its VIN, or else by its plate; a plate never
 * stands for a car whose VIN is known to be another. A holder may have taken over what was done to a car
 * before it was theirs and nobody's (see docs/decisions/cars.md).
 *
 * @returns one answer per question, in the same order.
 */
export async function findHolders(db: Db, questions: HolderQuestion[]): Promise<HolderAnswer[]> {
  if (questions.length === 0) return [];
  const asked = questions.map((question, n) => ({ n, ...question }));
  const rows = await db.$queryRaw<Row[]>`
    select q.n, known.car_id, member.id as member_id, member.number, member.account_id, member.programme,
      coalesce(known.earns_from <= q.at, true) as earns
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as q (n int, vin text, "writtenVin" text, plate text, at timestamptz, "ownerSoFar" int)
    left join lateral (
      select named.car_id, holding.member_id, holding.earns_from
      from (
        select id as car_id, true as by_vin from car where vin = coalesce(q.vin, q."writtenVin")
        union all
        select id, false from car where plate = q.plate and (q.vin is null or car.vin is null)
      ) named
      left join car_holding holding on holding.car_id = named.car_id
        and coalesce(holding.history_from, holding.starts_at) <= q.at and (holding.ends_at is null or holding.ends_at > q.at)
      order by named.by_vin desc, holding.starts_at desc nulls last, named.car_id
      limit 1
    ) known on true
    left join (member join person on person.id = member.person_id and person.closed_at is null)
      on member.id = coalesce(known.member_id, q."ownerSoFar")`;
  const answers: HolderAnswer[] = questions.map(() => ({
    carId: null,
    holder: null,
    earns: true,
  }));
  for (const row of rows) {
    answers[row.n] = {
      carId: row.car_id,
      earns: row.earns,
      holder:
        row.member_id === null
          ? null
          : {
              memberId: row.member_id,
              memberNumber: row.number,
              accountId: toPoints(row.account_id),
              programme: row.programme,
            },
    };
  }
  return answers;
}
