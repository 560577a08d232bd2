import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes to somebody who has just come to their card, once: here it is, and what is on it. */
export async function writeWelcome(db: Db, memberId: number): Promise<void> {
  const { number, accountId, person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { number: true, accountId: true, person: true },
  });
  if (person.email === null) return;
  const { available } = await loadBalance(db, Number(accountId));
  const standing = (await loadTierStatuses(db, [memberId])).get(memberId);
  await writeLetter(db, {
    personId: person.id,
    to: person.email,
    locale: person.locale,
    template: "welcome",
    dedupKey: `welcome:${person.id}`,
    props: {
      name: person.name,
      memberNumber: number,
      tier: standing?.standing.tier ?? "silver",
      available,
      imported: false,
    },
  });
}
