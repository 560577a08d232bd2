import type { ComponentType } from "react";
import type { EventDrawingName } from "#app/modules/events/event-drawing.ts";
import { DrawingContestDrawing } from "#app/ui/drawings/drawing-contest.tsx";
import { CarCareClassDrawing } from "#app/ui/drawings/events/car-care-class.tsx";
import { CharityDriveDrawing } from "#app/ui/drawings/events/charity-drive.tsx";
import { GatheringDrawing } from "#app/ui/drawings/events/gathering.tsx";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { SeminarDrawing } from "#app/ui/drawings/events/seminar.tsx";
import { TastingDrawing } from "#app/ui/drawings/events/tasting.tsx";
import { DrivingCampDrawing } from "#app/ui/drawings/gifts/driving-camp.tsx";
import { TreePlantingDrawing } from "#app/ui/drawings/tree-planting.tsx";

const DRAWINGS: Record<EventDrawingName, ComponentType> = {
  "drawing-contest": DrawingContestDrawing,
  "tree-planting": TreePlantingDrawing,
  "charity-drive": CharityDriveDrawing,
  "driving-camp": DrivingCampDrawing,
  class: CarCareClassDrawing,
  tasting: TastingDrawing,
  seminar: SeminarDrawing,
  "lucky-draw": LuckyDrawDrawing,
  outing: OutingDrawing,
  other: GatheringDrawing,
};

/** An event's drawing, by the name that its plan says. */
export function EventDrawing({ name }: { name: string }) {
  const Drawing = DRAWINGS[name as EventDrawingName] ?? GatheringDrawing;
  return <Drawing />;
}
