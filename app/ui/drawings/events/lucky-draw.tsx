import { Drawing } from "../drawing.tsx";

/** The drum turns; one ticket has been drawn. */
export function LuckyDrawDrawing() {
  return (
    <Drawing>
      <path d="M24 146h160M60 146l18-66M140 146l-18-66M70 110h60" />
      <circle className="tint" cx="100" cy="70" r="50" />
      <circle className="sheet" cx="100" cy="70" r="38" />
      <path d="M100 20v12M100 108v12M50 70h12M138 70h12M65 35l8 8M127 97l8 8M135 35l-8 8M73 97l-8 8" />
      <path
        className="tint"
        d="m76 72 18-8 5 11-18 8zM104 54l17 9-6 11-17-9zM96 88l19-3 2 12-19 3z"
      />
      <path d="m80 60 8-9M116 82l6 3M86 92l4 3" />
      <circle className="sheet" cx="100" cy="70" r="4" />
      <path d="M150 70h16v-14M162 56h8" />
      <path className="sheet" d="m176 100 40-12 8 26-40 12z" />
      <path d="m187 97 8 26M200 100l10-3M203 109l10-3" strokeDasharray="4 3" />
      <path d="M196 74v-8M208 74l4-7M184 80l-6-5" />
    </Drawing>
  );
}
