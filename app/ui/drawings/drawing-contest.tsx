import { Drawing } from "./drawing.tsx";

/** A child's car on the easel, crayons below. */
export function DrawingContestDrawing() {
  return (
    <Drawing>
      <path d="M26 146h188M92 24 64 146M148 24l28 122M120 14v8M120 118v28" />
      <path className="sheet" d="M68 22h104v90H68z" />
      <path d="M60 112h120v7H60z" className="tint" />
      <circle className="tint" cx="92" cy="42" r="8" />
      <path d="M92 28v3M92 53v3M78 42h3M103 42h3M82 32l2 2M102 32l-2 2M82 52l2-2M76 98c30 2 62-2 88 0" />
      <path
        className="tint"
        d="M98 94c-9 1-14-2-13-9 1-6 6-8 15-8 4-12 11-17 22-17 12 0 18 6 23 17 10 1 15 4 14 10 0 6-4 8-12 7z"
      />
      <path
        className="sheet"
        d="M107 77c2-6 6-9 12-9v9zM125 68c6 0 9 3 12 9h-12zM96 93a9 9 0 1 0 18 0 9 9 0 0 0-18 0ZM130 93a9 9 0 1 0 18 0 9 9 0 0 0-18 0Z"
      />
      <path d="M131 50c3-4 6-4 8 0 3-4 6-4 8 0M149 42c2-3 4-3 6 0 2-3 4-3 6 0" />
      <path className="tint" d="m194 146 4-30 3.5-5 3.5 5 4 30zM186 146l-1-3 22-14" />
      <path d="M197.5 118h8M40 146l-6-26 2-5 5 3.5 6 27.500M35 121l6-2" />
    </Drawing>
  );
}
