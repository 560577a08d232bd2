import { CarSide } from "../car-side.tsx";
import { Drawing } from "../drawing.tsx";

/** The car on the road out, two days torn off the calendar. */
export function WeekendCarDrawing() {
  return (
    <Drawing>
      <circle className="tint" cx="188" cy="44" r="16" />
      <path
        className="sheet"
        d="M10 100c24-22 44-32 70-28 20 3 30 14 48 12 26-3 40-18 62-14 18 3 30 16 40 30z"
      />
      <path d="M14 140h212M24 150h30M82 150h30M140 150h30M198 150h18" />
      <CarSide x={48} ground={140} />
      <path className="sheet" d="M24 16h40v40H24zM70 16h40v40H70z" />
      <path className="tint" d="M24 16h40v11H24zM70 16h40v11H70z" />
      <path d="M36 42l6 6 11-13M82 42l6 6 11-13M188 20v-6M212 44h6M205 27l4-4" />
    </Drawing>
  );
}
