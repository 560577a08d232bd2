import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import { noteGivenUp } from "#app/modules/payments/cancel-payment.server.ts";
import { hasBeenUsed } from "#app/modules/vouchers/has-been-used.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { giveBackPoints, putBackStock } from "./give-back.server.ts";
import { lockRedemption } from "./lock-redemption.server.ts";

/**
 * What somebody who leaves has not been given is given up: the pieces are free again, and the points go the way
 * of the account's others; what is owed beside them payments let go. What was given stays in the books, without
 * the names and addresses of it.
 */
export async function eraseRedemptions(tx: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  const open = await tx.redemption.findMany({
    where: { memberId: member.id, state: { in: ["requested", "ready", "issued"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of open) await giveUp(tx, id);
  await tx.redemption.updateMany({
    where: { memberId: member.id },
    data: { address: Prisma.DbNull, collectorName: null, trackingNumber: null },
  });
  await tx.giftMissed.deleteMany({ where: { memberId: member.id } });
}

async function giveUp(tx: Db, id: number): Promise<void> {
  const redemption = await lockRedemption(tx, id);
  if (!redemption) return;
  // A voucher that was used in part gives nothing back.
  const used = await hasBeenUsed(tx, id);
  const state = used ? "lapsed" : "cancelled";
  if (!used) {
    await putBackStock(tx, redemption, null);
    await giveBackPoints(tx, redemption, { reason: "account-closed", by: null });
    if (redemption.paymentId !== null) await noteGivenUp(tx, redemption.paymentId);
  }
  await tx.redemption.update({ where: { id }, data: { state } });
  await tx.redemptionStep.create({ data: { redemptionId: id, step: state } });
}

/** What has reached a closed account in the moment it was closed, over the rows of `member`. */
export const LEFT_OPEN = Prisma.sql`
  exists (select from redemption where redemption.member_id = member.id
    and (redemption.state in ('requested', 'ready', 'issued') or redemption.address is not null
      or redemption.collector_name is not null))`;
