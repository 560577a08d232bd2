import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface ProgressDialProps {
  value: number;
  max: number;
  /** The whole meaning in a sentence, for those who don't see the dial ("1,688 of 2,000 … to Gold"). */
  label: string;
  /** The metal, or the house's green, that the scale fills with. */
  tone?: "gold" | "silver" | "accent";
  /** In the middle of the dial ("1,688"). */
  figure: string;
  /** Below the figure ("of 2,000"). */
  caption?: ReactNode;
}

const start = -40;
const sweep = 260;

/** A point on the dial, by angle in degrees clockwise from nine o'clock. */
function point(angle: number, radius: number): string {
  const turn = (angle * Math.PI) / 180;
  const x = 100 - radius * Math.cos(turn);
  const y = 100 - radius * Math.sin(turn);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

function tickAt(step: number): string {
  const angle = start + (step * sweep) / 50;
  return `M${point(angle, step % 10 === 0 ? 79 : 85)}L${point(angle, 92)}`;
}

/** How far along something is, as on a rev counter: fifty marks, a filled scale and a pointer. */
export function ProgressDial({
  value,
  max,
  label,
  tone = "accent",
  figure,
  caption,
}: ProgressDialProps) {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const reached = Math.round(part * 50);
  const marks = Array.from({ length: 51 }, (_, step) => step);
  const here = start + part * sweep;
  return (
    <div className="dial-box">
      <svg
        viewBox="0 0 200 172"
        role="img"
        aria-label={label}
        className={cx("dial", `dial-${tone}`)}
      >
        <g fill="none" strokeWidth="1.75">
          <path
            className="dial-tick"
            d={marks
              .filter((step) => step > reached)
              .map(tickAt)
              .join("")}
          />
          <path
            className="dial-done"
            strokeWidth="2.75"
            d={marks
              .filter((step) => step <= reached)
              .map(tickAt)
              .join("")}
          />
          <path
            className="dial-track"
            d={`M${point(start, 97)}A97 97 0 1 1 ${point(start + sweep, 97)}`}
          />
          <path
            className="dial-needle"
            strokeWidth="2.75"
            strokeLinecap="round"
            d={`M${point(here, 64)}L${point(here, 76)}`}
          />
        </g>
      </svg>
      <div aria-hidden="true" className="dial-words">
        <span className="figure dial-figure">{figure}</span>
        {caption && <span className="caption">{caption}</span>}
      </div>
    </div>
  );
}
