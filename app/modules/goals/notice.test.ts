import { expect, test } from "vitest";
import { noticeDue, type SavedGift } from "./notice.ts";

const noon = new Date("2026-11-29T04:00:00Z");
const ago = (hours: number) => new Date(noon.getTime() - hours * 3_600_000);
const inDays = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const aGift = (given: Partial<SavedGift>): SavedGift => ({
  visibleFrom: null,
  visibleUntil: null,
  availableFrom: null,
  availableUntil: null,
  archivedAt: null,
  free: 10,
  lowAt: null,
  backAt: null,
  waitedFor: true,
  toldBackAt: null,
  toldGoingAt: null,
  ...given,
});

test.each<[string, Partial<SavedGift>, ReturnType<typeof noticeDue>]>([
  ["nothing is told of a gift that is simply there", {}, null],
  ["a gift that was archived is withdrawn", { archivedAt: noon }, "withdrawn"],
  ["one that is not shown any more is too", { visibleUntil: noon }, "withdrawn"],
  ["also while it is back", { archivedAt: noon, backAt: ago(1) }, "withdrawn"],
  ["one that came back is told", { backAt: ago(1) }, "back"],
  ["not where nobody waited", { backAt: ago(1), waitedFor: false }, null],
  [
    "who began to save for it since hears that it is about to go",
    { backAt: ago(1), waitedFor: false, free: 1, lowAt: 1 },
    "going",
  ],
  ["not while it is sold out again", { backAt: ago(1), free: 0 }, null],
  ["not before it can be had", { backAt: ago(1), availableFrom: inDays(1) }, null],
  ["once for each time it comes back", { backAt: ago(50), toldBackAt: ago(49) }, null],
  ["again the next time", { backAt: ago(1), toldBackAt: ago(24) }, "back"],
  ["but at most once a day", { backAt: ago(1), toldBackAt: ago(23.9) }, null],
  ["few pieces are about to go", { free: 3, lowAt: 3 }, "going"],
  ["a piece more is not", { free: 4, lowAt: 3 }, null],
  ["none are gone, not going", { free: 0, lowAt: 3 }, null],
  ["where the club named no number, few are not told", { free: 1 }, null],
  ["a last day within a week is about to go", { availableUntil: inDays(7) }, "going"],
  ["a day later is not", { availableUntil: inDays(8) }, null],
  ["the last day it is shown is one too", { visibleUntil: inDays(2) }, "going"],
  ["it is told once", { free: 1, lowAt: 3, toldGoingAt: ago(200) }, null],
  [
    "and once more after it came back",
    { free: 1, lowAt: 3, toldGoingAt: ago(200), backAt: ago(100), toldBackAt: ago(99) },
    "going",
  ],
  [
    "but not on the day on which it was told to be back",
    { free: 1, lowAt: 3, backAt: ago(3), toldBackAt: ago(2) },
    null,
  ],
])("%s", (_case, gift, due) => {
  expect(noticeDue(aGift(gift), noon)).toBe(due);
});
