import { expect, test } from "vitest";
import { freeOn, mostAtOnce, type Shelf, shelfFor } from "./shelf.ts";

const aShelf = (storeId: number | null, onHand: number, reserved = 0): Shelf => ({
  itemId: 1,
  storeId,
  onHand,
  reserved,
});

test.each([
  ["what is promised is not free", 5, 2, 3],
  ["nor is the last piece, once it is promised", 1, 1, 0],
  ["fewer than promised are none, not minus some", 1, 3, 0],
])("%s", (_case, onHand, reserved, free) => {
  expect(freeOn(aShelf(null, onHand, reserved))).toBe(free);
});

test.each([
  ["from where it will be collected", [aShelf(1, 1), aShelf(2, 9), aShelf(null, 9)], 1, 1, 1],
  [
    "from the store room where the store has none",
    [aShelf(1, 0), aShelf(2, 9), aShelf(null, 1)],
    1,
    1,
    null,
  ],
  ["from where most are free, else", [aShelf(1, 0), aShelf(2, 2), aShelf(3, 5)], 1, 1, 3],
  ["from the store room where it is shipped", [aShelf(1, 9), aShelf(null, 1)], 1, null, null],
  ["from one shelf that has them all", [aShelf(1, 1), aShelf(2, 2)], 2, 1, 2],
])("a piece is promised %s", (_case, shelves, pieces, at, store) => {
  expect(shelfFor(shelves, pieces, at)?.storeId).toBe(store);
});

test("nothing is promised that no shelf has", () => {
  expect(shelfFor([aShelf(1, 1), aShelf(2, 1)], 2, 1)).toBeNull();
  expect(shelfFor([], 1, null)).toBeNull();
  expect(mostAtOnce([aShelf(1, 1), aShelf(2, 4, 2)])).toBe(2);
  expect(mostAtOnce([])).toBe(0);
});
