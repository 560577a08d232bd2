import { Drawing } from "./drawing.tsx";

/** A letter with a six-digit code. */
export function EnvelopeCodeDrawing() {
  return (
    <Drawing>
      <path className="tint" d="M50 70v70h140V70l-70-44z" />
      <path className="sheet" d="M64 24h112v90H64z" />
      <path d="M78 40h34M78 50h52" />
      <path
        className="sheet"
        d="M76 62h12v16h-12zM91 62h12v16h-12zM106 62h12v16h-12zM121 62h12v16h-12zM136 62h12v16h-12zM151 62h12v16h-12z"
      />
      <path d="M82 66.5v7M94.5 68.3c.5-2.4 5-2.4 5 .2 0 1.8-2.8 3.2-5 5.3h5.3M109 66.5h4l-2 3c3 .5 2.5 4-2 3.5M126.5 66.5l-2.5 4.5h4.5M127.5 69v5M144.5 66.5h-4v3c4-1 5 3.5 0 4M158 66.5c-3 2-3.5 7-1 7s2.5-4-.5-3.5" />
      <path className="tint" d="m50 70 70 46 70-46v70H50z" />
      <path d="m50 140 54-34M190 140l-54-34" />
    </Drawing>
  );
}
