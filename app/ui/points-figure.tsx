import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface PointsFigureProps {
  /** What is counted ("Points to spend"). */
  label: ReactNode;
  /** With its separators ("12,480"). */
  value: string;
  /** After the figure, small ("points"). */
  unit?: string;
  /** Below: what it means, or until when. */
  note?: ReactNode;
  size?: "large" | "small";
  tone?: "ink" | "soft" | "warn" | "refusal";
}

const inks = { ink: "text-ink", soft: "text-ink-soft", warn: "text-warn", refusal: "text-refusal" };

/** A figure read like an instrument: caption, number, unit. */
export function PointsFigure(props: PointsFigureProps) {
  const { label, value, unit, note, size = "small", tone = "ink" } = props;
  return (
    <div className="min-w-0">
      <p className="caption">{label}</p>
      <p className={cx("mt-0.5", inks[tone])}>
        <span
          className={cx("figure leading-none", size === "large" ? "text-[2.75rem]" : "text-2xl")}
        >
          {value}
        </span>
        {unit && <span className="ml-1.5 inline-block text-[0.9375rem] text-ink-soft">{unit}</span>}
      </p>
      {note && <p className="mt-1 text-[0.9375rem] leading-snug text-ink-soft">{note}</p>}
    </div>
  );
}

interface FigureRowProps {
  children: ReactNode;
  /** Room for sums of money that have six figures or more. */
  wide?: boolean;
}

/** Figures side by side, a hairline between them. */
export function FigureRow({ children, wide }: FigureRowProps) {
  return <div className={cx("figure-row", wide && "figure-row-wide")}>{children}</div>;
}
