import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car in suds, a sponge and a bucket beside it. */
export function CarWashDrawing() {
  return (
    <Drawing>
      <path d="M14 142h212" />
      <CarSide x={22} ground={142} />
      <g className="sheet">
        <circle cx="62" cy="96" r="10" />
        <circle cx="80" cy="88" r="13" />
        <circle cx="101" cy="92" r="11" />
        <circle cx="118" cy="100" r="8" />
        <circle cx="92" cy="66" r="7" />
        <circle cx="112" cy="58" r="5" />
        <circle cx="74" cy="54" r="4" />
        <circle cx="130" cy="76" r="6" />
      </g>
      <path d="M76 84a6 6 0 0 1 5-4M98 89a5 5 0 0 1 4-3M90 64a3 3 0 0 1 2-2" />
      <path className="tint" d="M182 104h38l-5 38h-28z" />
      <path className="sheet" d="M180 98h42v7h-42z" />
      <path d="M184 98c0-24 34-24 34 0M190 92c2-6 8-8 12-4 4-6 12-2 12 4" />
    </Drawing>
  );
}
