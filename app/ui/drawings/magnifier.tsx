import { Drawing } from "./drawing.tsx";

/** Looking closely at a page, and finding nothing. */
export function MagnifierDrawing() {
  return (
    <Drawing>
      <path className="sheet" d="M54 20h92v122H54z" />
      <path className="tint" d="M54 20h92v16H54z" />
      <path d="M68 52h64M68 66h40M68 80h30M68 94h28M68 108h34M68 122h50" />
      <circle className="sheet" cx="140" cy="86" r="34" />
      <circle className="tint" cx="140" cy="86" r="28" />
      <path d="M124 76c3-6 8-9 15-9M126 90h28M132 97h16" />
      <path className="sheet" d="m163 112 6-6 30 31c2 2 2 4.5.5 6s-4.5 1.5-6.5-.5z" />
    </Drawing>
  );
}
