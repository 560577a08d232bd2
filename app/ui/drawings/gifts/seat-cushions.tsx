import { Drawing } from "../drawing.tsx";

/** Two cushions, one leaning on the other. */
export function SeatCushionsDrawing() {
  return (
    <Drawing>
      <path d="M20 142h200" />
      <path
        className="tint"
        d="M104 46c14-6 50-14 68-12 8 1 12 5 14 12 6 20 10 56 10 78 0 8-5 13-13 14-20 2-52 2-66-2-7-2-10-6-11-13-3-22-9-48-11-64-1-7 2-11 9-13Z"
      />
      <path
        className="sheet"
        d="M46 62c20-6 52-8 70-5 7 1 11 5 12 12 3 18 4 38 3 56 0 8-5 12-13 13-20 3-46 3-64 0-8-1-12-6-12-13-1-18-1-34-1-50 0-7 1-11 5-13Z"
      />
      <path
        d="M54 72c18-5 44-6 60-3M54 128c18 3 42 3 62 0M52 78c-1 14-1 30 0 44M120 76c2 14 3 30 2 46"
        strokeDasharray="4 4"
      />
      <path d="M80 98h12M86 92v12M162 50c8 22 12 48 12 74M148 84l12-3" />
    </Drawing>
  );
}
