import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Ends what somebody has to do with cars: holdings, co-drivers, claims. A car that the workshop has never seen
 * was only in the club through them, and loses its names.
 */
export async function eraseCars(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  const memberId = member.id;
  await db.carClaim.updateMany({
    where: { memberId, state: "open" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
  await db.carClaim.updateMany({
    where: { memberId },
    data: { vin: null, plate: null, model: null, reason: null },
  });
  await db.$executeRaw`
    update co_driver set ended_at = now()
    where ended_at is null and (member_id = ${memberId}
      or holding_id in (select id from car_holding where member_id = ${memberId}))`;
  await db.$executeRaw`
    update car_holding set ends_at = greatest(now(), starts_at), end_cause = 'closed'
    where member_id = ${memberId} and ends_at is null`;
  await db.$executeRaw`
    update car set vin = null, plate = null, model = null
    where id in (select car_id from car_holding where member_id = ${memberId}
                 union select car_id from car_claim where member_id = ${memberId})
      and not exists (select from service_order where car_id = car.id)
      and not exists (select from car_holding where car_id = car.id and member_id <> ${memberId})
      and not exists (select from car_claim where car_id = car.id and member_id <> ${memberId})`;
}
