import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import {
  askSecondPerson,
  noteGiven,
  tryAlone,
} from "#app/modules/adjustments/give-by-hand.server.ts";
import { type OrderInFigures, orderInFigures } from "#app/modules/visits/typed-order.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LinkedOrder, WaitingAnswer } from "./link-order.server.ts";

/**
 * Answers a claim by an order where one person may give as many points alone; otherwise nothing of the answer
 * stays, and a second person is asked.
 *
 * @param answer does it, in the caller's transaction.
 */
export async function answerAlone(
  tx: Db,
  asked: Actor & {
    kind: "claim-entered" | "claim-linked";
    details: Prisma.InputJsonObject & { claimId: number };
    order: OrderInFigures;
  },
  answer: () => Promise<LinkedOrder>,
  context: { currency: string },
): Promise<LinkedOrder | WaitingAnswer> {
  const { kind, by, address, details, order } = asked;
  const { memberId } = await tx.pointsClaim.findUniqueOrThrow({
    where: { id: details.claimId },
    select: { memberId: true },
  });
  const { alone, done } = await tryAlone(tx, by, async () => {
    const linked = await answer();
    const granted = linked.ok && linked.state === "granted" ? linked : null;
    const points = granted?.given ?? 0;
    return { linked, memberId, points, entryId: granted?.entryId ?? null };
  });
  const { linked, points, entryId } = done;
  const about = orderInFigures(order, context);
  const gift = { kind, by, address, memberId, points, about, details, requestKey: randomUUID() };
  if (alone) {
    await noteGiven(tx, gift, entryId);
    return linked;
  }
  await askSecondPerson(tx, gift, true);
  return { ok: true, state: "waiting", points };
}

/** Whether an answer to a claim waits for a second person. */
export async function claimWaits(db: Db, claimId: number): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ waits: boolean }]>`
    select exists (select from adjustment_request
      where state = 'waiting' and kind in ('claim-entered', 'claim-linked')
        and details ->> 'claimId' = ${String(claimId)}) as waits`;
  return row.waits;
}
