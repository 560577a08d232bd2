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
      // Another family may have asked for it while the entry was thought to be theirs.
      const asked = { namedBy: personId };
      await tx.contestName.upsert({
        where: { entryId },
        create: { entryId, ...asked },
        update: asked,
      });
    } else await tx.contestName.deleteMany({ where: { entryId } });
    return true;
  });
}
