import {
  type CarRegistration,
  type RegisteredCar,
  registerCar,
} from "#app/modules/garage/register-car.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { anExport, bringOrders, type OrderFileRow } from "./imports.ts";
import type { TestMember } from "./people.ts";

const time = clubTime("Asia/Shanghai");

/** The club's day so many days ago. */
export const daysAgo = (days: number): string =>
  time.dayOf(new Date(Date.now() - days * 86_400_000));

/** Somebody says that a car is theirs. */
export function brings(who: TestMember, car: Partial<CarRegistration>): Promise<RegisteredCar> {
  return inRetriedTransaction((tx) =>
    registerCar(tx, {
      memberId: who.memberId,
      personId: who.id,
      vin: null,
      plate: null,
      model: null,
      orderNumber: null,
      by: "owner",
      ...car,
    }),
  );
}

/** The workshop's export of the present day comes in. */
export async function ordersCome(...rows: OrderFileRow[]): Promise<void> {
  const answer = await bringOrders(anExport(...rows), {
    bookAt: new Date(),
    options: { letters: false },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
}

/** What somebody can spend, and their status points. */
export async function pointsOf({ accountId }: TestMember) {
  const { available, pending, statusPoints } = await loadBalance(db(), accountId);
  return { available, pending, status: statusPoints };
}

/** Whose an order is, by its number. */
export async function ownerOf(orderNumber: string): Promise<number | null> {
  const order = await db().serviceOrder.findFirstOrThrow({ where: { orderNumber } });
  return order.memberId;
}
