import { Drawing } from "../drawing.tsx";

/** Somebody at the lectern, listeners before them. */
export function SeminarDrawing() {
  return (
    <Drawing>
      <path className="sheet" d="M30 18h122v74H30z" />
      <path d="M24 18h134M30 92h122" />
      <path className="tint" d="M46 80V58h14v22zM68 80V46h14v34zM90 80V52h14v28z" />
      <path d="M42 80h98M112 62l12-14 16-10M131 38h9v9" />
      <circle className="sheet" cx="190" cy="48" r="10" />
      <path d="M176 84c0-14 5-22 14-22s14 8 14 22M178 74l-16 2" />
      <path className="tint" d="M168 84h44l-5 10h-34z" />
      <path className="sheet" d="M176 94h28v52h-28z" />
      <path d="M184 104h12M14 146h212M190 84v-7" />
      <circle className="tint" cx="44" cy="116" r="9" />
      <circle className="tint" cx="88" cy="116" r="9" />
      <circle className="tint" cx="132" cy="116" r="9" />
      <path d="M28 146c0-12 6-19 16-19s16 7 16 19M72 146c0-12 6-19 16-19s16 7 16 19M116 146c0-12 6-19 16-19s16 7 16 19" />
    </Drawing>
  );
}
