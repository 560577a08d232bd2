import { SCORES_AT_ONCE, SENT_BYTES } from "#app/modules/judging/limits.ts";
import type { GivenScore } from "#app/modules/judging/score.ts";

/** What a tablet keeps of one judge: scores that the club has not confirmed, and the last sequence that was used. */
export type Kept = { queue: GivenScore[]; last: number };

const NOW = "marque-judging-now";
const nameOf = (judgeId: number) => `marque-judging-${judgeId}`;

/** @returns nothing kept, where there is none or the browser keeps nothing. */
export function readKept(judgeId: number): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(judgeId)) ?? "null") as Kept | null;
    return Array.isArray(kept?.queue) ? kept : { queue: [], last: 0 };
  } catch {
    return { queue: [], last: 0 };
  }
}

/** False where the browser keeps nothing, as in some private windows. */
export function keep(judgeId: number, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(judgeId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Says that this judge's page is the one in use in this browser. */
export function sitDown(judgeId: number, name: string): void {
  try {
    localStorage.setItem(NOW, JSON.stringify({ judgeId, name }));
  } catch {
    // The club's server knows as well.
  }
}

/** Who else sat down since, so that this page is an old one; null where nobody did. */
export function otherSeated(judgeId: number): string | null {
  try {
    const now = JSON.parse(localStorage.getItem(NOW) ?? "null") as {
      judgeId: number;
      name: string;
    } | null;
    return now && now.judgeId !== judgeId ? now.name : null;
  } catch {
    return null;
  }
}

/** Puts a score last; one for the same thing that was not sent yet is replaced by it. */
export function queued(
  queue: readonly GivenScore[],
  score: GivenScore,
  sent: ReadonlySet<string>,
): GivenScore[] {
  const what = whatOf(score);
  return [...queue.filter((each) => whatOf(each) !== what || sent.has(each.key)), score];
}

/** The first scores of a queue, as many as one request takes: a long comment is many bytes where it is Chinese. */
export function firstOf(queue: readonly GivenScore[]): GivenScore[] {
  const first: GivenScore[] = [];
  let bytes = 0;
  for (const score of queue.slice(0, SCORES_AT_ONCE)) {
    bytes += new URLSearchParams([["", JSON.stringify(score)]]).toString().length;
    if (first.length > 0 && bytes > SENT_BYTES) break;
    first.push(score);
  }
  return first;
}

/** What a score is about: an entry's criterion, or its comment. */
const whatOf = (score: GivenScore) =>
  `${score.entryId} ${"criterion" in score ? score.criterion : ""}`;
