/** The drawings that a gift can name, as `app/ui/drawings/gift-drawing.tsx` has them. */
export const giftDrawings = [
  "bicycle",
  "calendar",
  "camp",
  "coating",
  "crayons",
  "cushions",
  "key-ring",
  "model-car",
  "oil",
  "roadside",
  "tea",
  "tree",
  "voucher",
  "wash",
  "weekend",
] as const;
