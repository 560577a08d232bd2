import type { ComponentType } from "react";
import { DrawingContestDrawing } from "./drawing-contest.tsx";
import { GiftBoxDrawing } from "./gift-box.tsx";
import { CarWashDrawing } from "./gifts/car-wash.tsx";
import { DeskCalendarDrawing } from "./gifts/desk-calendar.tsx";
import { DrivingCampDrawing } from "./gifts/driving-camp.tsx";
import { FoldingBicycleDrawing } from "./gifts/folding-bicycle.tsx";
import { ModelCarDrawing } from "./gifts/model-car.tsx";
import { OilCanDrawing } from "./gifts/oil-can.tsx";
import { PaintCoatingDrawing } from "./gifts/paint-coating.tsx";
import { PottedTreeDrawing } from "./gifts/potted-tree.tsx";
import { RoadsideHelpDrawing } from "./gifts/roadside-help.tsx";
import { SeatCushionsDrawing } from "./gifts/seat-cushions.tsx";
import { TeaTinDrawing } from "./gifts/tea-tin.tsx";
import { VoucherDrawing } from "./gifts/voucher.tsx";
import { WeekendCarDrawing } from "./gifts/weekend-car.tsx";
import { KeyRingDrawing } from "./key-ring.tsx";
import { RoadAheadDrawing } from "./road-ahead.tsx";
import { ServiceBayDrawing } from "./service-bay.tsx";

/** The drawings a gift can have, by name. Only pages of gifts load them. */
const NAMED: Record<string, ComponentType> = {
  bicycle: FoldingBicycleDrawing,
  calendar: DeskCalendarDrawing,
  camp: DrivingCampDrawing,
  coating: PaintCoatingDrawing,
  crayons: DrawingContestDrawing,
  cushions: SeatCushionsDrawing,
  "key-ring": KeyRingDrawing,
  "model-car": ModelCarDrawing,
  oil: OilCanDrawing,
  roadside: RoadsideHelpDrawing,
  tea: TeaTinDrawing,
  tree: PottedTreeDrawing,
  voucher: VoucherDrawing,
  wash: CarWashDrawing,
  weekend: WeekendCarDrawing,
};

/** For a gift that names none: by what kind of gift it is. */
const OF_KIND: Record<string, ComponentType> = {
  keepsake: GiftBoxDrawing,
  "car-care": ServiceBayDrawing,
  experience: RoadAheadDrawing,
  voucher: VoucherDrawing,
};

export const GIFT_DRAWINGS = Object.keys(NAMED);

/** A gift's drawing: the one it names, else its kind's. */
export function GiftDrawing({ name, kind }: { name: string | null; kind: string }) {
  const Named = (name && NAMED[name]) || OF_KIND[kind] || GiftBoxDrawing;
  return <Named />;
}
