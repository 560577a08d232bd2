import { type ComponentType, createContext, type ReactNode, useContext } from "react";
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

type Drawn = { name: string | null; kind: string };

/** What the gift's drawing is called: the one it names, else its kind's. */
const keyOf = ({ name, kind }: Drawn): string => (name && NAMED[name] ? name : `kind-${kind}`);

const componentOf = ({ name, kind }: Drawn): ComponentType =>
  (name && NAMED[name]) || OF_KIND[kind] || GiftBoxDrawing;

/** The drawings that stand on the page already, by their names. */
const OnThePage = createContext<ReadonlySet<string>>(new Set());

/**
 * For a page of many gifts: puts each drawing on it once, and what is inside shows them from there. Two hundred gifts
 * are a page of half the size.
 */
export function GiftDrawingsOnce({ drawn, children }: { drawn: Drawn[]; children: ReactNode }) {
  const once = new Map(drawn.map((each) => [keyOf(each), componentOf(each)]));
  return (
    <OnThePage.Provider value={new Set(once.keys())}>
      <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
        {[...once].map(([key, Drawing]) => (
          <symbol key={key} id={`drawing-${key}`} viewBox="0 0 240 160">
            <Drawing />
          </symbol>
        ))}
      </svg>
      {children}
    </OnThePage.Provider>
  );
}

/** A gift's drawing. */
export function GiftDrawing(gift: Drawn) {
  const key = keyOf(gift);
  if (useContext(OnThePage).has(key)) {
    return (
      <svg viewBox="0 0 240 160" className="drawing" aria-hidden="true" focusable="false">
        <use href={`#drawing-${key}`} />
      </svg>
    );
  }
  const Drawing = componentOf(gift);
  return <Drawing />;
}
