import type { EventKind } from "./plan.ts";

/** The drawings that an event can have instead of a photo, as `routes/events/parts/event-drawing.tsx` has them. */
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
