import { Drawing } from "./drawing.tsx";

/** A sapling in fresh earth, the spade still standing. */
export function TreePlantingDrawing() {
  return (
    <Drawing>
      <path className="tint" d="M62 140c8-14 26-20 52-20s44 6 52 20z" />
      <path d="M20 140h200M112 121c-1-26 0-50 3-78M113 92c-8-6-14-9-22-10M114 74c8-7 13-10 21-12" />
      <path
        className="tint"
        d="M115 43c-9-7-11-17-2-27 10 9 11 19 2 27ZM91 82c-11 3-20-1-24-12 12-3 21 1 24 12ZM135 62c2-12 10-18 23-17-1 12-9 19-23 17ZM114 62c-10 1-18-4-20-14 11-1 18 4 20 14ZM114 86c10 2 18-1 22-10-10-3-18 0-22 10Z"
      />
      <path d="M125 122V66M121.5 78h7M121.5 100h7" />
      <path className="sheet" d="m178 132-13-2 3-24 21 3-3 24z" />
      <path d="m178.5 107.5 8-58M180 47l13 2c2 .3 3-2 1.5-3.500l-5-5c-1.3-1.3-3-1.5-4.5-.5l-6 4c-1.5 1-1 2.8 1 3ZM44 140c0-6-2-9-5-12M44 140c0-5 2-8 6-11M206 140c0-5-2-8-4-10" />
    </Drawing>
  );
}
