import { Drawing } from "./drawing.tsx";

/** An open service booklet, its first stamp still to come. */
export function EmptyStatementDrawing() {
  return (
    <Drawing>
      <path
        className="tint"
        d="M120 38C100 28 70 26 34 31v96c36-5 66-3 86 7 20-10 50-12 86-7V31c-36-5-66-3-86 7Z"
      />
      <path
        className="sheet"
        d="M120 33C101 24 72 22 38 27v94c34-5 63-3 82 7 19-10 48-12 82-7V27c-34-5-63-3-82 6Z"
      />
      <path d="M120 33v95M52 45c18-2 36-1 54 4M52 61c18-2 36-1 54 4M52 77c18-2 36-1 54 4M52 93c18-2 36-1 54 4M188 93c-18-2-36-1-54 4M188 105c-18-2-36-1-54 4M106 108c-8-2-16-3-24-3.5" />
      <circle cx="163" cy="61" r="20" strokeDasharray="4 4.5" />
      <path d="m154 61 6.5 7L173 54.5" strokeDasharray="3 3.5" />
    </Drawing>
  );
}
