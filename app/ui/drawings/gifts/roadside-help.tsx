import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car at the side of the road, the triangle behind it, help on the line. */
export function RoadsideHelpDrawing() {
  return (
    <Drawing>
      <path d="M14 140h212M30 150h26M84 150h26M138 150h26M192 150h22" />
      <CarSide x={66} ground={140} />
      <path className="tint" d="m36 104 20 34H16z" />
      <path className="sheet" d="m36 117 9 15H27z" />
      <path
        className="sheet"
        d="M96 18h92c4 0 6 2 6 6v36c0 4-2 6-6 6h-52l-14 14V66H96c-4 0-6-2-6-6V24c0-4 2-6 6-6Z"
      />
      <path d="M104 34c6-6 13-6 18-1 3 3 2 7-1 9s-3 5 0 6M120.500 54h.1M142 34h40M142 44h40M142 54h24" />
    </Drawing>
  );
}
