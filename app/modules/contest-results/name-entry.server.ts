import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/**
 * Lets a name stand beside the number of an entry of one's own party, or takes it away again. False for an entry that is
 * not theirs.
 */
export function nameEntry(
  { entryId, registrationId, named }: { entryId: number; registrationId: number; named: boolean },
  { memberId, personId }: { memberId: number; personId: number },
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const isTheirs = await tx.contestEntry.count({
      where: { id: entryId, registrationId, registration: { memberId } },
    });
    if (isTheirs === 0) return false;
    if (named) {
      await tx.contestName.createMany({
        data: { entryId, namedBy: personId },
        skipDuplicates: true,
      });
    } else await tx.contestName.deleteMany({ where: { entryId } });
    return true;
  });
}
