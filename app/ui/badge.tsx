import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type BadgeTone = "plain" | "ok" | "warn" | "refusal";

const looks: Record<BadgeTone, string> = {
  plain: "border-rule-strong text-ink-soft",
  ok: "border-accent bg-accent-wash text-accent",
  warn: "border-warn bg-warn-wash text-warn",
  refusal: "border-refusal bg-refusal-wash text-refusal",
};

interface BadgeProps {
  tone?: BadgeTone;
  /** It is more than a word or two, and may take a second line where there is no room for it in one. */
  wraps?: boolean;
  children: ReactNode;
}

/** How something stands, in a word. */
export function Badge({ tone = "plain", wraps = false, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-block rounded-sm border px-1.5 text-[0.8125rem] leading-5 font-semibold",
        !wraps && "whitespace-nowrap",
        looks[tone],
      )}
    >
      {children}
    </span>
  );
}
