import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { ChevronDownIcon } from "./icons.tsx";

/** `posted` stands in ink; `pending` is only pencilled; `lapsed` has faded; `reversed` is struck; `debt` is red. */
export type EntryState = "posted" | "pending" | "lapsed" | "reversed" | "debt";

export interface StampedEntryProps {
  /** For links straight to the entry. */
  id?: string;
  /** The icon inside the stamp: what kind of entry it is. */
  mark: ReactNode;
  title: ReactNode;
  /** Second line: the day, the store, the car. */
  meta?: ReactNode;
  /** With its sign and separators, as it is to be read ("+256", "−1,200"). */
  amount: string;
  state?: EntryState;
  /** The state in a word, since colour alone says nothing to many. */
  stateLabel?: string;
  /** The balance after this entry, with its words ("1,440 left"). */
  balance?: ReactNode;
  /** The explanation. With it the row opens in place; without it, it is only a row. */
  children?: ReactNode;
  open?: boolean;
}

const markLooks: Record<EntryState, string | false> = {
  posted: false,
  pending: "mark-pending",
  lapsed: "mark-quiet",
  reversed: "mark-quiet",
  debt: "mark-refusal",
};

/** One line of the statement, stamped. Put it in an `EntryList`. */
export function StampedEntry({ id, children, open, ...line }: StampedEntryProps) {
  if (!children) {
    return (
      <li id={id} className="border-b border-rule">
        <div className="entry">
          <EntryLine {...line} />
        </div>
      </li>
    );
  }
  return (
    <li id={id} className="border-b border-rule">
      <details open={open}>
        <summary className="entry">
          <EntryLine {...line} opens />
        </summary>
        <div className="stub">{children}</div>
      </details>
    </li>
  );
}

type LineProps = Omit<StampedEntryProps, "id" | "children" | "open"> & { opens?: boolean };

function EntryLine({
  mark,
  title,
  meta,
  amount,
  state = "posted",
  stateLabel,
  balance,
  opens,
}: LineProps) {
  const spent = amount.startsWith("−") || amount.startsWith("-");
  return (
    <>
      <span className={cx("mark", markLooks[state] || (spent && "mark-quiet"))}>{mark}</span>
      <span className="min-w-0">
        <span className="entry-title block leading-snug font-semibold">{title}</span>
        <span className="mt-0.5 block text-[0.9375rem] leading-snug text-ink-soft">
          {meta}
          {stateLabel && (
            <>
              {meta && " · "}
              <span className={cx("font-semibold", state === "debt" ? "text-refusal" : "text-ink")}>
                {stateLabel}
              </span>
            </>
          )}
        </span>
      </span>
      <span className="flex items-start gap-1.5 text-right">
        <span>
          <span
            className={cx(
              "figure block leading-snug",
              state === "reversed" && "line-through decoration-1",
              (state === "reversed" || state === "lapsed" || state === "pending") &&
                "text-ink-soft",
              state === "debt" && "text-refusal",
              state === "posted" && !spent && "text-accent",
            )}
          >
            {amount}
          </span>
          {balance && <span className="mt-0.5 block text-[0.875rem] text-ink-soft">{balance}</span>}
        </span>
        {opens && (
          <ChevronDownIcon
            size={18}
            className="entry-chevron mt-0.5 flex-none text-ink-soft transition-transform"
          />
        )}
      </span>
    </>
  );
}

/** The entries of one month or of one view, under a hairline. */
export function EntryList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="border-t border-rule">
      {children}
    </ul>
  );
}

/** A month at the head of its entries, with what it came to. */
export function MonthHeading({ children, total }: { children: ReactNode; total?: ReactNode }) {
  return (
    <div className="mt-9 mb-2 flex items-baseline justify-between gap-4 first:mt-0">
      <h2>{children}</h2>
      {total && <p className="text-[0.9375rem] text-ink-soft">{total}</p>}
    </div>
  );
}
