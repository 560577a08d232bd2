import { Drawing } from "./drawing.tsx";

/** The car, come towards you. */
export function CarFrontDrawing() {
  return (
    <Drawing>
      <path d="M24 136h192" />
      <path
        className="sheet"
        d="M58 116h24v16c0 2-2 4-4 4H62c-2 0-4-2-4-4zM158 116h24v16c0 2-2 4-4 4h-16c-2 0-4-2-4-4z"
      />
      <path
        className="tint"
        d="M78 60c5-16 10-25 18-27 14-3 34-3 48 0 8 2 13 11 18 27l12 9c7 5 11 11 11 20v24c0 6-3 9-9 9H64c-6 0-9-3-9-9V89c0-9 4-15 11-20z"
      />
      <path
        className="sheet"
        d="M85 60c4-12 8-19 13-20.5 12-3 32-3 44 0 5 1.5 9 8.5 13 20.5-22-3-48-3-70 0Z"
      />
      <path d="M70 66c-3-3-8-5-13-4-3 1-3 6 1 7l10 1M170 66c3-3 8-5 13-4 3 1 3 6-1 7l-10 1M74 70c30-5 62-5 92 0" />
      <path
        className="sheet"
        d="M60 84c8-3 16-2 24 4 2 2 1 5-2 5-8 0-15-1-22-4zM180 84c-8-3-16-2-24 4-2 2-1 5 2 5 8 0 15-1 22-4zM94 88h52l-4 12H98z"
      />
      <path d="M100 94h40M56 106c16 3 24 4 30 4h68c6 0 14-1 30-4" />
      <path className="sheet" d="M102 106h36v11h-36z" />
      <path d="M108 111.500h3M115 111.500h17" />
    </Drawing>
  );
}
