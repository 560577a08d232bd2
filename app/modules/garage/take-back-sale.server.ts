import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/**
 * Undoes the end of a holding that its holder had said: the car is theirs as if nothing had been. Only
 * while it is nobody else's and has not been in for service since, with nobody knows whom.
 *
 * Where it is too late for that, the car can be brought in anew.
 */
export async function takeBackSale(who: {
  memberId: number;
  carId: number;
}): Promise<{ ok: true } | { ok: false; refusal: "no-car" | "too-late" }> {
  return inRetriedTransaction(async (db) => {
    const { memberId, carId } = who;
    if ((await db.carHolding.count({ where: { memberId, carId } })) === 0) {
      return { ok: false, refusal: "no-car" };
    }
    await db.$queryRaw`select id from car where id = ${carId} for update`;
    const reopened = await db.$executeRaw`
      update car_holding set ends_at = null, end_cause = null
      where id = (select id from car_holding where car_id = ${carId}
          order by ends_at desc nulls first, id desc limit 1)
        and member_id = ${memberId} and end_cause in ('sold', 'replaced')
        and not exists (select from service_order o join car on car.id = ${carId}
          where o.member_id is null and o.settled_at >= car_holding.ends_at
            and (o.car_id = car.id or o.car_id is null
              and (o.vin = car.vin or o.written_vin = car.vin or o.plate = car.plate and (o.vin is null or car.vin is null))))`;
    return reopened === 1 ? { ok: true } : { ok: false, refusal: "too-late" };
  });
}
