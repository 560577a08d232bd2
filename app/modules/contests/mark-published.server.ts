import type { Db } from "#app/platform/db.server.ts";
import type { KeptContest } from "./contest-row.server.ts";
import { tieSeedOf } from "./tie-seed.server.ts";

/**
 * Notes that a ranking of a contest is public, which tells the seed of its last tie. In the transaction that publishes,
 * on the contest as `lockContest` gave it; again, it changes nothing.
 *
 * @returns the seed.
 * @throws Error where its entries are not closed.
 */
export async function markPublished(tx: Db, contest: KeptContest, now: Date): Promise<string> {
  const tieSeed = await tieSeedOf(contest);
  if (contest.state === "published") return tieSeed;
  await tx.contest.update({
    where: { id: contest.id },
    data: { state: "published", publishedAt: now, tieSeed },
    select: { id: true },
  });
  return tieSeed;
}
