import type { ReactNode } from "react";
import { type GiftDrawingName, giftDrawingOf } from "#app/modules/gifts/gift-drawing.ts";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";
import { DrawingContestDrawing } from "#app/ui/drawings/drawing-contest.tsx";
import { GarageDrawing } from "#app/ui/drawings/garage.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { ServiceBayDrawing } from "#app/ui/drawings/service-bay.tsx";
import { TreePlantingDrawing } from "#app/ui/drawings/tree-planting.tsx";

const DRAWINGS: Record<GiftDrawingName, () => ReactNode> = {
  "key-ring": KeyRingDrawing,
  "tree-planting": TreePlantingDrawing,
  "drawing-contest": DrawingContestDrawing,
  "car-front": CarFrontDrawing,
  "service-bay": ServiceBayDrawing,
  "road-ahead": RoadAheadDrawing,
  garage: GarageDrawing,
};

/** One of our drawings, for a gift without photos: the one that was chosen, else a tied box. */
export function GiftDrawing({ drawing }: { drawing: string | null }) {
  const name = giftDrawingOf(drawing);
  const Shown = name === null ? GiftBoxDrawing : DRAWINGS[name];
  return <Shown />;
}
