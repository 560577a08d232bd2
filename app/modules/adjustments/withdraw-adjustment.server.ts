import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";

/**
 * Takes back a request that has not been answered. Only whoever asked can.
 *
 * @returns false where there is no such request of theirs, or it has been answered.
 */
export async function withdrawAdjustment(
  db: PrismaClient,
  { requestId, by, address }: Actor & { requestId: number },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [withdrawn] = await tx.$queryRaw<{ number: string; points: number }[]>`
      update adjustment_request set state = 'withdrawn', decided_at = now(), decided_by = ${by}
      from member
      where adjustment_request.id = ${requestId} and requested_by = ${by} and state = 'waiting'
        and member.id = member_id
      returning member.number, points`;
    if (!withdrawn) return false;
    await writeAudit(tx, {
      personId: by,
      action: "adjustment.withdrawn",
      subject: `member:${withdrawn.number}`,
      detail: { request: requestId, points: withdrawn.points },
      address,
    });
    return true;
  });
}
