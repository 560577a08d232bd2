import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** Boxes on the roof, on the way to the school in the hills. */
export function CharityDriveDrawing() {
  return (
    <Drawing>
      <path
        className="sheet"
        d="M10 96c22-26 40-48 58-46 12 2 20 16 34 16 16 0 26-32 48-32 26 0 52 36 80 62z"
      />
      <path d="M138 42c4-2 8-3 12-3M60 56c4-2 7-2 10-1" />
      <path className="tint" d="M178 74h32v22h-32zM173 76l21-15 21 15z" />
      <path className="sheet" d="M190 84h8v12h-8z" />
      <path d="M194 61V44M194 45c6-3 9 2 15-1v8c-6 3-9-2-15 1" />
      <path d="M8 142h224M30 150h22M86 150h30M168 150h24" />
      <CarSide x={34} ground={142} />
      <path d="M82 97.500h48" />
      <path className="sheet" d="M84 82h20v15H84zM106 76h22v21h-22z" />
      <path d="M84 88h20M94 82v15" />
      <path
        className="tint"
        d="M117 93c-6-4-7-7-5-9.500 2-2 4.500-.5 5 1.500.5-2 3-3.500 5-1.500 2 2.500 1 5.500-5 9.500Z"
      />
    </Drawing>
  );
}
