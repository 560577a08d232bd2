import { Drawing } from "../drawing.tsx";

/** A bottle and two glasses of an evening, the moon in the window. */
export function TastingDrawing() {
  return (
    <Drawing>
      <path className="sheet" d="M134 16h76v62h-76z" />
      <path d="M172 16v62M134 47h76" />
      <path className="tint" d="M196 24c-7 1-11 7-9 13 2 7 10 9 15 4-7 1-11-5-6-17Z" />
      <path d="M16 138h208M28 146h184" />
      <path className="tint" d="M48 138V74c0-8 9-11 9-20V36h14v18c0 9 9 12 9 20v64z" />
      <path className="sheet" d="M55 28h18v10H55zM48 88h32v28H48z" />
      <path d="M54 97h20M57 105h14" />
      <path className="sheet" d="M98 92h32l-3 42c-.2 3-2 4-4 4h-18c-2 0-3.800-1-4-4z" />
      <path
        className="tint"
        d="M100 114c5-3 9 2 14 0s9-2 14 0l-1.500 19c-.2 2-1.500 3-3.500 3h-18c-2 0-3.300-1-3.500-3z"
      />
      <path
        className="sheet"
        d="M152 88h34c2 18-3 30-14 32v14h10c3 0 5 2 5 4h-36c0-2 2-4 5-4h10v-14c-11-2-16-14-14-32Z"
      />
      <path className="tint" d="M152 102c6-3 11 2 17 0s11-2 17 0c-1 10-7 17-17 17s-16-7-17-17Z" />
    </Drawing>
  );
}
