import { Drawing } from "../drawing.tsx";

/** A wheel on the blackboard, the real one before it. */
export function CarCareClassDrawing() {
  return (
    <Drawing>
      <path d="M14 146h212M62 110l-10 36M150 110l10 36" />
      <path className="tint" d="M30 20h152v90H30z" />
      <path className="sheet" d="M37 27h138v76H37z" />
      <circle cx="80" cy="65" r="26" />
      <circle cx="80" cy="65" r="15" />
      <circle cx="80" cy="65" r="4" />
      <path d="M80 50v11M80 69v11M65 65h11M84 65h11" />
      <path d="M110 48h28M110 58h44M110 82h36" strokeDasharray="7 4" />
      <path d="m104 70 20-4M30 110h152v5H30z" />
      <circle className="tint" cx="196" cy="119" r="27" />
      <circle className="sheet" cx="196" cy="119" r="17" />
      <circle cx="196" cy="119" r="4.5" />
      <path d="M196 102v12.500M196 123.500V136M179 119h12.500M200.500 119H213M86 146v-5h26v5M92 141l3-9h8l3 9" />
    </Drawing>
  );
}
