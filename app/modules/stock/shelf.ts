/** What there is of an item in one place: a store, or the club's store room (null). */
export type Shelf = {
  itemId: number;
  storeId: number | null;
  onHand: number;
  /** Of these, promised to somebody. More than there are after a count found fewer. */
  reserved: number;
};

/** Pieces that nobody has been promised; none where more are promised than there are. */
export const freeOn = ({ onHand, reserved }: Pick<Shelf, "onHand" | "reserved">): number =>
  Math.max(0, onHand - reserved);

/**
 * The shelf to promise pieces from: the one where they will be collected, else the store room's, else where
 * most are free. One promise is kept by one shelf.
 *
 * @param at where they will be collected; null where that is no matter.
 * @returns null where no shelf has as many free.
 */
export function shelfFor(
  shelves: readonly Shelf[],
  pieces: number,
  at: number | null,
): Shelf | null {
  const nearness = (shelf: Shelf) => (shelf.storeId === at ? 2 : shelf.storeId === null ? 1 : 0);
  const [best] = shelves
    .filter((shelf) => freeOn(shelf) >= pieces)
    .sort((a, b) => nearness(b) - nearness(a) || freeOn(b) - freeOn(a));
  return best ?? null;
}

/** The most pieces that can be promised at once. */
export const mostAtOnce = (shelves: readonly Shelf[]): number =>
  Math.max(0, ...shelves.map(freeOn));
