import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Tier } from "#app/modules/standing/tier.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What is printed on a member's card. */
export type Card = { name: string; number: string; joinedOn: Day; tier: Tier };

/** @throws when there is no such member. */
export async function loadCard(db: Db, memberId: number): Promise<Card> {
  const [member, standings] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { number: true, joinedOn: true, person: { select: { name: true } } },
    }),
    loadTierStatuses(db, [memberId]),
  ]);
  return {
    name: member.person.name,
    number: member.number,
    joinedOn: member.joinedOn.toISOString().slice(0, 10),
    tier: standings.get(memberId)?.standing.tier ?? "silver",
  };
}
