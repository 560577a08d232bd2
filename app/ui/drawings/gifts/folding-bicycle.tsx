import { Drawing } from "../drawing.tsx";

/** A bicycle with small wheels and a hinge in its frame. */
export function FoldingBicycleDrawing() {
  return (
    <Drawing>
      <path d="M18 144h204" />
      <g className="sheet">
        <circle cx="66" cy="114" r="30" />
        <circle cx="178" cy="114" r="30" />
      </g>
      <circle cx="66" cy="114" r="25" />
      <circle cx="178" cy="114" r="25" />
      <path
        d="M66 89v50M41 114h50M48 96l36 36M48 132l36-36M178 89v50M153 114h50M160 96l36 36M160 132l36-36"
        strokeDasharray="3 4"
      />
      <path className="tint" d="M64 110 96 74l66-6 2 7-64 7-30 36z" />
      <path className="sheet" d="M157 36h8l15 78h-7zM88 40h8l18 82h-8z" />
      <path className="tint" d="M124 66h10v18h-10z" />
      <path className="tint" d="M74 34h34c2 4 0 8-4 8H80c-4 0-6-4-6-8Z" />
      <path d="M66 114h44M144 32l18 4 14-2M144 32c-4-1-8 1-8 4" />
      <circle className="tint" cx="110" cy="116" r="10" />
      <path d="m110 116 8 16M113 132h10" />
      <g className="sheet">
        <circle cx="66" cy="114" r="4" />
        <circle cx="178" cy="114" r="4" />
      </g>
    </Drawing>
  );
}
