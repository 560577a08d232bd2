import { Drawing } from "./drawing.tsx";

/** A garage with its door half up, waiting for a car. */
export function GarageDrawing() {
  return (
    <Drawing>
      <path d="M16 142h208" />
      <path className="sheet" d="M44 142V66l76-38 76 38v76" />
      <path className="tint" d="M34 71v-8l86-43 86 43v8l-86-42z" />
      <path className="tint" d="M62 142V78h116v64" />
      <path className="sheet" d="M62 78h116v26H62z" />
      <path d="M62 86.500h116M62 95h116M114 100h12M112 52h16M120 46v12" />
      <path
        d="M84 142v-6h14v6M142 142v-6h14v6M80 128c1-8 5-14 10-16h60c5 2 9 8 10 16M80 128h80v8H80zM88 132h8M144 132h8"
        strokeDasharray="4 4"
      />
      <path d="M208 142v-30M208 112c-7-2-9-8-7-15 5 1 8 4 7 10 0-6 3-9 8-10 2 7 0 13-8 15M22 142c0-6-2-8-5-10M22 142c0-5 2-8 6-10" />
    </Drawing>
  );
}
