import type { Actor } from "#app/modules/access/actor.ts";
import { handOver } from "#app/modules/contest-results/hand-out.server.ts";
import { keepPrizes } from "#app/modules/contest-results/keep-prizes.server.ts";
import { loadKeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import type { PrizeDraft } from "#app/modules/contest-results/prizes.ts";
import { publishRanking } from "#app/modules/contest-results/publish-ranking.server.ts";
import { db } from "#app/platform/db.server.ts";

const prize = (
  rank: number,
  count: number,
  points: number,
  [en, zh]: [en: string, zh: string],
): PrizeDraft => ({
  ...{ bracket: null, variantId: null, rank, count, points },
  title: { en, zh },
});

/** What can be won in the demo's contests, by the key under which each was begun. */
const PRIZES: Record<string, PrizeDraft[]> = {
  "demo:drawing": [
    prize(1, 1, 500, ["Model car", "车模"]),
    prize(2, 1, 300, ["Stationery box", "文具礼盒"]),
    prize(3, 2, 200, ["Stationery box", "文具礼盒"]),
  ],
  "demo:bridge": [prize(1, 1, 100, ["Potted landscape tree", "盆景"])],
  "demo:guardian": [prize(1, 1, 50, ["A book", "图书"])],
};

/**
 * Says what can be won in the demo's contests, and publishes those of the planting. The drawing contest is left for whoever
 * looks at the demo to publish.
 */
export async function publishDemoResults(keeper: Actor): Promise<void> {
  if ((await db().contestPrize.count()) > 0) return;
  for (const [requestKey, prizes] of Object.entries(PRIZES)) {
    const { id: contestId, eventId } = await db().contest.findUniqueOrThrow({
      where: { requestKey },
    });
    mustBe(await keepPrizes({ contestId, prizes }, keeper));
    if (requestKey === "demo:drawing") continue;
    const { seen = "" } = (await loadKeptResults(db(), { eventId, contestId })) ?? {};
    mustBe(await publishRanking({ eventId, contestId, seen, requestKey }, keeper));
    if (requestKey !== "demo:bridge") continue;
    const { id: awardId } = await db().contestAward.findFirstOrThrow({
      where: { entry: { contestId } },
    });
    mustBe(await handOver({ eventId, awardId }, keeper));
  }
}

function mustBe(answer: { ok: true } | { ok: false; refusal: string }): void {
  if (!answer.ok) throw new Error(`The demo's result was refused: ${JSON.stringify(answer)}`);
}
