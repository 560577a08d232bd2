import { Drawing } from "../drawing.tsx";

/** A small old tree in a shallow dish. */
export function PottedTreeDrawing() {
  return (
    <Drawing>
      <path d="M26 146h188" />
      <path className="tint" d="M58 116h124l-10 24H68z" />
      <path className="sheet" d="M52 106h136v10H52zM76 140h16v6H76zM148 140h16v6h-16z" />
      <path
        className="sheet"
        d="M110 106c2-14-2-22-14-30-8-5-10-10-6-14 14 4 24 4 30-8 4-8 8-8 10-2-2 16-4 22 8 30 4 8 2 16 0 24z"
      />
      <path
        className="tint"
        d="M50 62c-8-2-10-12-2-16 2-10 16-12 22-4 10-2 18 6 14 14 4 8-6 14-14 10-6 4-16 2-20-4ZM104 40c-8-4-6-14 4-16 4-10 20-12 26-2 12-2 20 8 12 16 2 8-10 12-18 6-8 6-20 4-24-4ZM140 76c-8-4-6-14 4-16 4-8 20-10 26 0 12 0 18 10 10 16-2 8-12 8-18 4-8 4-18 2-22-4Z"
      />
      <path d="M84 62l8 4M124 50l2 8M142 78l-6 4M70 106c2-6 8-8 14-6M158 106c4-4 10-4 14-2" />
    </Drawing>
  );
}
