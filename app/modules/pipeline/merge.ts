import { reachedStages } from "#app/modules/leads/rewards.ts";
import { type Ending, isBefore, STAGES, type Stage } from "#app/modules/leads/stage.ts";

/** One of two leads of one friend. */
export type Mergeable = {
  id: number;
  createdAt: Date;
  stage: Stage;
  ended: Ending | null;
  review: "waiting" | "passed" | "refused" | null;
};

export type MergeRefusal =
  | "the-same"
  /** What was delivered has its holder and its points. */
  | "delivered"
  /** A person looks at one of them first. */
  | "in-review"
  /** Neither goes on. */
  | "ended";

/**
 * Decides which of two leads of one friend goes on: the earliest that is valid, whoever's name the other has. Nothing
 * that was delivered is merged.
 */
export function decideMerge(
  one: Mergeable,
  other: Mergeable,
): { ok: true; keep: number; end: number } | { ok: false; refusal: MergeRefusal } {
  if (one.id === other.id) return { ok: false, refusal: "the-same" };
  const both = [one, other];
  if (both.some(({ stage }) => stage === "delivered")) return { ok: false, refusal: "delivered" };
  if (both.some(({ review }) => review === "waiting")) return { ok: false, refusal: "in-review" };
  if (both.some(({ ended }) => ended === "merged" || ended === "withdrawn")) {
    return { ok: false, refusal: "ended" };
  }
  const valid = both.filter(({ ended, review }) => ended === null && review !== "refused");
  const [keep] = valid.toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id,
  );
  if (!keep) return { ok: false, refusal: "ended" };
  return { ok: true, keep: keep.id, end: keep === one ? other.id : one.id };
}

/** The stages that the one that goes on has still to be moved to, because the other had reached them. */
export function stagesToFollow(keeps: Stage, others: readonly { to: Stage }[]): Stage[] {
  const reached = reachedStages(others);
  return STAGES.filter((stage) => reached.has(stage) && isBefore(keeps, stage));
}
