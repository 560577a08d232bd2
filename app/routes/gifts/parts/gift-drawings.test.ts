import { expect, test } from "vitest";
import { giftDrawings } from "#app/modules/gifts/gift-drawing.ts";
import { GIFT_DRAWINGS } from "#app/ui/drawings/gift-drawing.tsx";

test("a gift can name each drawing that there is, and no other", () => {
  expect([...giftDrawings].sort()).toEqual([...GIFT_DRAWINGS].sort());
});
