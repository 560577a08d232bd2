import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car by the lake, a blanket spread beside it. */
export function OutingDrawing() {
  return (
    <Drawing>
      <circle className="tint" cx="56" cy="38" r="16" />
      <path className="sheet" d="M8 84c30-20 52-22 78-10 22-26 54-34 82-14 20-8 42 2 64 24z" />
      <path className="tint" d="M8 84h224v18H8z" />
      <path d="M34 92h24M84 96h20M170 90h30M120 90h10" />
      <CarSide x={16} ground={136} />
      <path d="M8 136h160M216 136h16" />
      <path className="sheet" d="m168 136 8-14h44l8 14z" />
      <path d="m190 122-5 14M206 122l4 14M172 129h52" />
      <path className="tint" d="M186 112h22l-3 13h-16z" />
      <path d="M188 112c0-12 18-12 18 0M192 117v5M197 117v5M202 117v5" />
      <path d="M176 84V50M176 60c-8-2-12-8-12-16 8 0 12 6 12 16ZM176 66c8-2 12-8 12-16-8 0-12 6-12 16Z" />
    </Drawing>
  );
}
