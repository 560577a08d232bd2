import { CarSide } from "./car-side.tsx";
import { Drawing } from "./drawing.tsx";

/** By the roadside, bonnet up, triangle out. */
export function BrokenDownDrawing() {
  return (
    <Drawing>
      <path d="M10 134h220M22 146h18M62 146h30M116 146h18M158 146h36" />
      <CarSide x={50} ground={134} />
      <path className="tint" d="M158 104c6-14 15-25 27-33l3 3.5c-8 9-15 19-20 30.5" />
      <path d="m181 105-3-17M186 62c-6-4-5-11 1-13-3-7 4-13 10-10 2-7 12-8 15-1 7-1 10 7 5 11M196 66c5 1 9-1 10-5M206 52c3 1 6 0 8-2" />
      <path className="tint" d="m24 104 15 27H9z" />
      <path d="m24 112 8.5 15.500h-17zM6 134h8M34 134h8" />
    </Drawing>
  );
}
