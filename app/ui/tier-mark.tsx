import { cx } from "./cx.ts";

export type Tier = "silver" | "gold";

interface TierMarkProps {
  tier: Tier;
  /** The tier's name in the reader's language. */
  children: string;
}

/** The tier in a word, with a small disc of its metal. */
export function TierMark({ tier, children }: TierMarkProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 font-semibold whitespace-nowrap",
        `text-${tier}`,
      )}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        <circle cx="7" cy="7" r="6" className={`disc-${tier}`} />
        <path d="M2.6 9.5A5 5 0 0 1 9.5 2.6" fill="none" stroke="#fff" strokeOpacity=".75" />
      </svg>
      {children}
    </span>
  );
}
