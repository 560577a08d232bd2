import type { EventKind } from "./plan.ts";

/** The drawings that an event can have instead of a photo, as `site/event-drawing.tsx` has them. */
export const eventDrawings = [
  "drawing-contest",
  "tree-planting",
  "charity-drive",
  "driving-camp",
  "class",
  "tasting",
  "seminar",
  "lucky-draw",
  "outing",
  "other",
] as const satisfies readonly EventKind[];
export type EventDrawingName = (typeof eventDrawings)[number];

/** In which a photo over an event is kept: for a list, a page on a phone, a page on a desk. */
export const coverSizes = ["small", "medium", "large"] as const;
export type CoverSize = (typeof coverSizes)[number];
