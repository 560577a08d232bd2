import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** Between the cones, on a wet track. */
export function DrivingCampDrawing() {
  return (
    <Drawing>
      <path d="M14 138h212" />
      <path d="M20 74c30-30 70-34 98-16s60 10 102-20" strokeDasharray="8 6" />
      <CarSide x={44} ground={138} />
      <path className="tint" d="m22 138 8-32h6l8 32zM196 138l8-32h6l8 32z" />
      <path
        className="sheet"
        d="m27 118 3-8h6l3 8zM201 118l3-8h6l3 8zM16 138h34v6H16zM190 138h34v6h-34z"
      />
      <path className="sheet" d="M176 20v52M176 20h34l-7 10 7 10h-34z" />
      <path className="tint" d="M176 20h10v10h-10zM186 30h10v10h-10z" />
      <path d="M58 146c10 4 20 4 30 0M130 146c10 4 20 4 30 0" />
    </Drawing>
  );
}
