import { CarSide } from "./car-side.tsx";
import { Drawing } from "./drawing.tsx";

/** The car on the lift. */
export function ServiceBayDrawing() {
  return (
    <Drawing>
      <path d="M18 146h204M70 146v-8h-12v8M182 146v-8h-12v8" />
      <path className="sheet" d="M60 138V18h8v120zM172 138V18h8v120z" />
      <CarSide x={46} ground={92} hanging />
      <path className="tint" d="M58 84h124v6H58z" />
      <path className="sheet" d="M96 146v-19h38v19zM96 134h38M112 130.500h6" />
      <path d="M101 127c0-6 4-8 6-12M122 127v-10l4-3M20 32h24M20 32v10M32 32v6M44 32v14M196 32h24M208 32v8" />
      <path className="tint" d="M204 40h8l2 10h-12z" />
    </Drawing>
  );
}
