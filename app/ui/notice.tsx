import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { CheckIcon, InfoIcon, RefusalIcon, WarnIcon } from "./icons.tsx";

export type NoticeTone = "info" | "ok" | "warn" | "refusal";

const looks: Record<NoticeTone, { icon: ReactNode; box: string; ink: string }> = {
  info: { icon: <InfoIcon />, box: "bg-sheet border-rule-strong", ink: "text-ink-soft" },
  ok: { icon: <CheckIcon />, box: "bg-accent-wash border-accent", ink: "text-accent" },
  warn: { icon: <WarnIcon />, box: "bg-warn-wash border-warn", ink: "text-warn" },
  refusal: { icon: <RefusalIcon />, box: "bg-refusal-wash border-refusal", ink: "text-refusal" },
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  /** What happened, what was kept, and what to do. */
  children?: ReactNode;
  /** The next step, as a button or link. */
  action?: ReactNode;
  /** Refusals are read out at once; other news waits for its turn. False for one that was always there. */
  announce?: boolean;
}

/** A slip laid into the booklet. */
export function Notice({ tone = "info", title, children, action, announce = true }: NoticeProps) {
  const look = looks[tone];
  const role = tone === "refusal" ? "alert" : "status";
  return (
    <div
      role={announce ? role : undefined}
      className={cx("flex gap-3 rounded-md border px-4 py-3.5", look.box)}
    >
      <span className={cx("mt-0.5 flex-none", look.ink)}>{look.icon}</span>
      <div className="min-w-0 flex-1">
        {title && <p className={cx("font-semibold", look.ink)}>{title}</p>}
        {children && <div className="max-w-prose">{children}</div>}
        {action && <div className="mt-3">{action}</div>}
      </div>
    </div>
  );
}
