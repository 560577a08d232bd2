import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { namePrizes } from "#app/modules/gifts/name-prizes.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { faultOf, type PrizeDraft, type PrizeFault } from "./prizes.ts";

export type PrizesKept =
  | { ok: true }
  | {
      ok: false;
      refusal:
        | "no-such-contest"
        /** A ranking is public: what was promised and given stays. */
        | "published"
        | "called-off"
        /** A gift that is none any more, or cannot be handed over. */
        | "no-such-gift"
        | PrizeFault;
    };

/** Says what can be won in a contest, in place of what was said before; as long as nothing of it is published. */
export function keepPrizes(
  { contestId, prizes }: { contestId: number; prizes: readonly PrizeDraft[] },
  actor: Actor,
): Promise<PrizesKept> {
  return inRetriedTransaction<PrizesKept>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    const { state, brackets, title } = contest;
    if (state === "published" || state === "called-off") return { ok: false, refusal: state };
    const fault = faultOf(prizes, brackets);
    if (fault) return { ok: false, refusal: fault };
    const named = await namePrizes(tx, prizes);
    if (!named) return { ok: false, refusal: "no-such-gift" };
    await tx.contestPrize.deleteMany({ where: { contestId } });
    await tx.contestPrize.createMany({
      data: named.map(({ title: words, ...prize }) => ({
        ...prize,
        ...{ contestId, titleEn: words.en, titleZh: words.zh, createdBy: actor.by },
      })),
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.prizes-kept",
      subject: `contest:${contestId}`,
      detail: { contest: title.en, prizes: prizes.reduce((sum, { count }) => sum + count, 0) },
      address: actor.address,
    });
    return { ok: true };
  });
}
