import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { CheckIcon } from "./icons.tsx";

/** Steps one below the other on a line: what has been, and what comes. */
export function Steps({ children }: { children: ReactNode }) {
  // Half a mark to the right, so that the marks begin where the text above them does.
  return <ol className="ml-2.5 border-l-2 border-rule pl-5">{children}</ol>;
}

/** One of them, with a mark on the line. */
export function Step({ done, children }: { done: boolean; children: ReactNode }) {
  return (
    <li className="relative pb-4 last:pb-0">
      <span
        aria-hidden="true"
        className={cx(
          "absolute top-0.5 -left-8 flex size-5.5 items-center justify-center rounded-full border-2",
          done ? "border-accent bg-accent text-on-accent" : "border-rule-strong bg-paper",
        )}
      >
        {done && <CheckIcon size={14} />}
      </span>
      <div className={cx(!done && "text-ink-soft")}>{children}</div>
    </li>
  );
}
