import { Drawing } from "../drawing.tsx";

/** A calendar that stands on a desk, one day of it marked. */
export function DeskCalendarDrawing() {
  return (
    <Drawing>
      <path d="M22 142h196" />
      <path className="tint" d="M52 142 68 40h118l16 102z" />
      <path className="sheet" d="M44 136 60 34h120l-14 102z" />
      <path d="M58 48h120M80 28v12M100 28v12M120 28v12M140 28v12M160 28v12" />
      <path d="M66 62h30M60 84h100M57 102h101M55 120h101M84 72l-7 58M108 72l-5 58M132 72l-3 58M156 72l-3 40" />
      <circle className="tint" cx="118" cy="94" r="11" />
      <path d="m112.5 94 4 4.500 7-9" />
    </Drawing>
  );
}
