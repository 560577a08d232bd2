import { Drawing } from "./drawing.tsx";

/** A key on the club's ring. */
export function KeyRingDrawing() {
  return (
    <Drawing>
      <circle cx="120" cy="46" r="27" />
      <circle cx="120" cy="46" r="22.5" />
      <path className="sheet" d="M97 66c4-4 12-4 14 1l2 6-9 4-8-2z" />
      <g transform="rotate(24 104 74)">
        <path
          className="tint"
          d="M90 74h28c4 0 6 2 6 6l-3 54c-.5 8-5 12-17 12s-16.5-4-17-12l-3-54c0-4 2-6 6-6Z"
        />
        <path d="M91 132c.5 6 4 9 13 9s12.5-3 13-9M88.5 79.500h31" strokeDasharray="3 3" />
        <circle cx="104" cy="108" r="12" />
        <path d="M98 113.500a8.5 8.5 0 1 1 12 0M104 108l4-5" />
      </g>
      <g transform="rotate(-26 138 70)">
        <path
          className="sheet"
          d="M128 70h20c5 0 8 3 8 8v22c0 5-3 8-8 8h-4v40l-6 6-6-6v-4l4-3-4-4 3-4-3-3v-22h-4c-5 0-8-3-8-8V78c0-5 3-8 8-8Z"
        />
        <path d="M128 82h20M128 90h20M138 112v34" />
        <circle cx="138" cy="75" r="2" />
      </g>
    </Drawing>
  );
}
