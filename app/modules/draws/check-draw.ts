import { prizesOn, readPaper } from "./paper.ts";
import { drawInOrder, fingerprintOf, keyOf } from "./sequence.ts";

/** What the club has published of a draw: the first two before it, the rest with the result. */
export type PublishedDraw = {
  fingerprint: string;
  commitment: string;
  /** The public value, as the paper names it. */
  valueName: string;
  seed: string;
  value: string;
  /** The entries that were drawn, in order: those that win first, then those that took a prize over. */
  drawn: readonly string[];
};

export const checkSteps = ["list", "promise", "seed", "winners"] as const;
export type CheckStep = (typeof checkSteps)[number];

export type DrawCheck = {
  /** What of it is right. */
  steps: Record<CheckStep, boolean>;
  isRight: boolean;
  /** Who is drawn by one's own calculation; empty where the paper cannot be read. */
  drawn: string[];
};

/**
 * Recomputes a draw out of its paper and compares it with what was published. Pure, so that a visitor's browser does
 * it: nothing but the paper is asked of the club.
 */
export function checkDraw(text: string, published: PublishedDraw): DrawCheck {
  const fingerprint = fingerprintOf(text);
  const paper = readPaper(text);
  const promised = paper && "value" in paper.how ? paper.how : undefined;
  const key = keyOf(published.seed, published.value, fingerprint);
  const most = Math.max(paper ? prizesOn(paper) : 0, published.drawn.length);
  const drawn = paper ? drawInOrder(paper.entries, key, most).map(({ entry }) => entry) : [];
  const steps = {
    list: paper !== null && fingerprint === published.fingerprint,
    promise:
      promised !== undefined &&
      promised.commitment === published.commitment &&
      promised.value === published.valueName,
    seed: fingerprintOf(published.seed) === published.commitment,
    winners: paper !== null && drawn.join() === published.drawn.join(),
  };
  return { steps, isRight: checkSteps.every((step) => steps[step]), drawn };
}
