import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { testCarKey } from "./appointment.ts";

type Drive = { startsAt: Date; endsAt: Date; storeId: number | null; car: string };

/**
 * Whether a car is free for a test drive: nobody else drives it there in that time. It stays so until the caller's
 * transaction ends. A drive without a car named keeps none.
 *
 * @param except the appointment that is being changed.
 */
export async function keepTestCar(
  tx: Db,
  { startsAt, endsAt, storeId, car }: Drive,
  except: number | null,
): Promise<boolean> {
  const key = testCarKey(car);
  if (!key) return true;
  await takeTurns(tx, "testCar", key);
  const drives = await tx.leadAppointment.findMany({
    where: {
      ...{ kind: "test-drive", state: "planned", storeId, car: { not: "" } },
      ...{ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
      ...(except !== null && { id: { not: except } }),
    },
    select: { car: true },
  });
  return drives.every((drive) => testCarKey(drive.car) !== key);
}
