import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A reading that the desk took when a car came in. */
export type DeskReading = { carId: number; memberId: number; km: number; day: Day; by: number };

/** Writes a reading of the desk into a car's log, in the transaction of its visit. */
export async function writeDeskReading(tx: Db, reading: DeskReading): Promise<void> {
  const { carId, memberId, km, day, by } = reading;
  await tx.odometerReading.create({
    data: { carId, memberId, km, readOn: new Date(day), source: "desk", recordedBy: by },
  });
}

/** Voids the reading of a visit that is void, if it is in the log by itself. */
export async function voidDeskReading(
  tx: Db,
  { carId, memberId, km, day, by }: DeskReading,
  voided: { by: number; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    update odometer_reading set voided_at = now(), voided_by = ${voided.by}, void_reason = ${voided.reason}
    where id = (
      select id from odometer_reading
      where car_id = ${carId} and member_id = ${memberId} and km = ${km} and read_on = ${day}::date
        and source = 'desk' and recorded_by = ${by} and voided_at is null
      order by id desc limit 1)`;
}
