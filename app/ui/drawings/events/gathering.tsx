import { Drawing } from "../drawing.tsx";

/** A tent and a string of flags: something is on. */
export function GatheringDrawing() {
  return (
    <Drawing>
      <path d="M12 146h216M24 30c40 22 150 22 192 0" />
      <path
        className="tint"
        d="m40 37 14 5-9 12zM74 44l14 1-7 14zM112 46h14l-7 14zM150 45l14-1-7 13zM184 40l13-4-3 13z"
      />
      <path className="sheet" d="M66 104h108v42H66z" />
      <path
        className="tint"
        d="M120 64 58 100c0 6 4 9 8.500 9s9-3 9-9c0 6 4 9 9 9s9-3 9-9c0 6 4 9 9 9s9-3 9-9c0 6 4 9 8.500 9s9-3 9-9c0 6 4 9 9 9s9-3 9-9c0 6 4 9 9 9s9-3 9-9c0 6 4 9 8.500 9s8.500-3 8.500-9z"
      />
      <path d="M120 64V54M120 55c6-3 8 2 14-1v7c-6 3-8-2-14 1M66 110v36M174 110v36" />
      <path className="tint" d="M82 124h76v22H82z" />
      <path d="M90 124v-6h12v6M112 124c0-6 2-9 7-9s7 3 7 9M138 124v-9h10v9M24 146c0-7-2-11-6-14M24 146c0-6 2-9 6-12M214 146c0-7 2-10 5-13" />
    </Drawing>
  );
}
