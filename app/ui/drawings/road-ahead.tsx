import { Drawing } from "./drawing.tsx";

/** The road to the hills, a milestone beside it: something lapses further on. */
export function RoadAheadDrawing() {
  return (
    <Drawing>
      <circle className="tint" cx="150" cy="54" r="20" />
      <path
        className="sheet"
        d="M14 82c20-16 36-24 52-22 14 2 22 12 34 14 16 2 28-22 50-22 30 0 46 20 76 30z"
      />
      <path d="M14 82h212" />
      <path
        className="tint"
        d="M50 146c34-22 58-36 60-46 1.5-7-14-10-14-14 0-2 4-3.5 10-4h10c-5 1-7 2-7 4 0 5 24 8 25 16 2 14-4 26-6 44z"
      />
      <path
        d="M86 146c16-14 30-24 35-33M124.5 105c.5-5-5-8-10-11M106 88c-1-1.5 0-3 2-4"
        strokeDasharray="9 6"
      />
      <path className="sheet" d="M176 146v-36c0-7 5-11 11-11s11 4 11 11v36z" />
      <path d="M176 118h22M183 128h8M184 134h6M168 146h42M30 100c0-6 3-9 8-9M30 104c0-6-3-9-7-9M30 112v-12M214 98c-4 0-6 2-6 6" />
    </Drawing>
  );
}
