import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { keptUntil } from "./kept-until.server.ts";
import { isEnding, OVER, type ReadSubscription, UNPAID } from "./subscription.ts";

type Facts = Pick<
  ReadSubscription,
  "id" | "status" | "cancelAtPeriodEnd" | "cancelAt" | "periodEnd"
>;

/**
 * Tells a member that their gold will not be renewed, in the caller's transaction: when they or somebody of the club say
 * so, or when it ends without anybody having said so before.
 *
 * @param was how it stood; null where nobody had seen it.
 */
export async function tellOfEnd(
  tx: Db,
  memberId: number,
  was: Facts | null,
  is: Facts,
): Promise<void> {
  const over = OVER.includes(is.status);
  const told = was !== null && isEnding(was);
  if (told || !(over || isEnding(is))) return;
  const { person } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: READER } },
  });
  const unpaid = over && was !== null && UNPAID.includes(was.status);
  await writeLetterTo(tx, person, {
    template: "gold-renewal-off",
    props: { why: unpaid ? "unpaid" : "ended", ...(await keptUntil(tx, memberId)) },
    dedupKey: `gold-renewal-off:${is.id}:${is.periodEnd.toISOString()}:${over}`,
  });
}
