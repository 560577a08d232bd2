import { Drawing } from "../drawing.tsx";

/** A tin of spring tea, a cup of it steaming. */
export function TeaTinDrawing() {
  return (
    <Drawing>
      <path d="M20 142h200" />
      <path className="tint" d="M52 54h66v88H52z" />
      <path className="sheet" d="M48 38h74v16H48zM62 72h46v50H62z" />
      <path d="M54 38c0-8 10-12 31-12s31 4 31 12M85 114c-1-14 0-22 5-30M86 98c-8 0-13-4-14-11 8 0 13 4 14 11ZM87 92c7-1 11-6 11-13-7 1-11 6-11 13Z" />
      <path className="sheet" d="M142 104h56c0 20-10 32-28 32s-28-12-28-32Z" />
      <path className="tint" d="M132 136h76l-6 6h-64z" />
      <path d="M198 108c10-2 14 4 11 11-2 5-8 8-15 7M148 110h44M158 92c-5-6 5-10 0-18M172 92c-5-6 5-10 0-18M186 92c-5-6 5-10 0-18" />
    </Drawing>
  );
}
