import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { duesPayable } from "./dues-payable.server.ts";
import { letGo } from "./owe-gold-year.server.ts";

/** As many as are let go in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Lets years go that were asked for and not paid in time. What is being paid at this moment waits for the next run.
 *
 * @returns how many were let go.
 */
export async function lapseOwedYears(now = new Date()): Promise<number> {
  const due = await db().goldYear.findMany({
    where: { state: "owed", payment: { dueUntil: { lte: now } } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  return eachByItself(due, "a year of gold could not be let go", lapseOwedYear);
}

async function lapseOwedYear(id: number): Promise<boolean> {
  const { memberId, paymentId } = await db().goldYear.findUniqueOrThrow({ where: { id } });
  await endCheckout(paymentId, [duesPayable]);
  return inRetriedTransaction(async (tx) => {
    await lockMembers(tx, [memberId]);
    const { state } = await tx.goldYear.findUniqueOrThrow({ where: { id } });
    return state === "owed" && (await letGo(tx, { id, paymentId }));
  });
}
