import type { Mark } from "./mark.ts";
import { inOrder, type KeptMark } from "./presence.ts";

/** What a mark says: of whom, and that they came, left, or were marked by mistake. */
export type Saying = Pick<Mark, "kind"> &
  Partial<Pick<Mark, "registrationId" | "personId" | "undoes" | "seen" | "people">>;

/**
 * Of what is said at a device that which says something new: not that somebody came, or left, of whom this device said
 * so last, nor that a mark was a mistake which is taken back already. A button that is pressed twice, and two panels of one
 * party, make one mark. What another device said is said again: both marks stay, and both devices are told.
 *
 * Whoever is known by no name is never left out: two families without a code may say that they are called the same.
 */
export function freshMarks<T extends Saying>(
  said: readonly T[],
  known: readonly KeptMark[],
  device: string,
): T[] {
  const undone = new Set(known.flatMap(({ undoes }) => undoes ?? []));
  const last = new Map(inOrder(known).map((mark) => [mark.personId, mark]));
  return said.filter(({ kind, personId, undoes }) => {
    if (kind === "undo") return !undone.has(undoes ?? "");
    const before = personId ? last.get(personId) : undefined;
    return before?.device !== device || before.kind !== kind;
  });
}
