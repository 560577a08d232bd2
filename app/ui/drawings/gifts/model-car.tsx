import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car in small, under glass. */
export function ModelCarDrawing() {
  return (
    <Drawing>
      <path d="M18 146h204" />
      <path className="sheet" d="M34 122V34c0-4 2-6 6-6h160c4 0 6 2 6 6v88z" />
      <path className="tint" d="M28 122h184v8l6 16H22l6-16z" />
      <path d="M28 130h184" />
      <CarSide x={45} ground={118} />
      <path className="sheet" d="M96 133h48v8H96z" />
      <path d="M106 137h28M48 40v34M56 40v14M192 108V92" />
    </Drawing>
  );
}
