import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes to somebody who has just come to their card, once: here it is, and what is on it. */
export async function writeWelcome(db: Db, memberId: number): Promise<void> {
  const { number, accountId, person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { number: true, accountId: true, person: { select: READER } },
  });
  const { available } = await loadBalance(db, Number(accountId));
  const standing = (await loadTierStatuses(db, [memberId])).get(memberId);
  await writeLetterTo(db, person, {
    template: "welcome",
    dedupKey: `welcome:${person.id}`,
    props: {
      memberNumber: number,
      tier: standing?.standing.tier ?? "silver",
      available,
      imported: false,
    },
  });
}
