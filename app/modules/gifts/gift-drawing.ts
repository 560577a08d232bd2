/** The drawings of ours that a gift without photos can have; each is one of `app/ui/drawings`. */
export const giftDrawings = [
  "key-ring",
  "tree-planting",
  "drawing-contest",
  "car-front",
  "service-bay",
  "road-ahead",
  "garage",
] as const;
export type GiftDrawingName = (typeof giftDrawings)[number];

/** The drawing of a name as it is kept; null for one that there is no more. */
export const giftDrawingOf = (name: string | null): GiftDrawingName | null =>
  giftDrawings.find((each) => each === name) ?? null;
