import { fingerprintOf } from "../draws/sequence.ts";

/**
 * The order in which a judge sees entries: another one for each judge, so that no picture is always the tired judges'
 * last, and the same at each reload. One that comes later goes to its place among the others; they stay in their order.
 * Children are compared within their bracket, so brackets come one after the other.
 *
 * @param brackets the contest's, in its order.
 */
export function judgeOrder<Entry extends { id: number; bracket: string | null }>(
  judgeId: number,
  brackets: readonly string[],
  entries: readonly Entry[],
): Entry[] {
  const placed = entries.map((entry) => ({
    entry,
    bracket: brackets.indexOf(entry.bracket ?? ""),
    chance: fingerprintOf(`${judgeId} ${entry.id}`),
  }));
  placed.sort((a, b) => a.bracket - b.bracket || (a.chance < b.chance ? -1 : 1));
  return placed.map(({ entry }) => entry);
}
