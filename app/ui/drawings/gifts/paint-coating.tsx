import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car, so clean that drops run off it. */
export function PaintCoatingDrawing() {
  return (
    <Drawing>
      <path d="M16 138h208" />
      <CarSide x={45} ground={138} />
      <path d="M34 110c0-34 32-56 84-56 44 0 78 18 88 48" strokeDasharray="6 5" />
      <path
        className="tint"
        d="M78 26c-6 9-9 13-9 18a9 9 0 0 0 18 0c0-5-3-9-9-18ZM122 14c-5 7-7 11-7 15a7 7 0 0 0 14 0c0-4-2-8-7-15ZM170 30c-6 9-9 13-9 18a9 9 0 0 0 18 0c0-5-3-9-9-18Z"
      />
      <path d="M74 44a4 4 0 0 0 4 5M166 48a4 4 0 0 0 4 5M206 58v12M200 64h12M36 52v10M31 57h10M64 146c20 3 90 3 112 0" />
    </Drawing>
  );
}
