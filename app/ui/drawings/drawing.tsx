import type { ReactNode } from "react";

/**
 * The sheet every drawing is on: 240 × 160, one pen of 1.5 px whatever the size it is shown at, and one
 * tint (`className="tint"`). Decoration beside words, so it is silent.
 */
export function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 240 160" className="drawing" aria-hidden="true" focusable="false">
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {children}
      </g>
    </svg>
  );
}
