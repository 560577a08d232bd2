import { Fragment, type ReactNode } from "react";
import { cx } from "./cx.ts";

export interface Fact {
  label: ReactNode;
  value: ReactNode;
}

interface KeyValueProps {
  facts: Fact[];
  /** `lines`: label and value at the two ends of a ruled line. `pairs`: captions in a grid, for a desk. */
  layout?: "lines" | "pairs";
}

/** The filled-in lines of a form. */
export function KeyValue({ facts, layout = "lines" }: KeyValueProps) {
  if (layout === "pairs") {
    return (
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-3">
        {facts.map((fact, place) => (
          <div key={`${place}-${fact.label}`} className="min-w-0">
            <dt className="caption">{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className="grid grid-cols-[minmax(0,auto)_minmax(min-content,1fr)] text-[0.9375rem]">
      {facts.map((fact, place) => (
        <Fragment key={`${place}-${fact.label}`}>
          <dt className={cx("py-1.5 pr-6 text-ink-soft", place > 0 && "border-t border-rule")}>
            {fact.label}
          </dt>
          <dd className={cx("py-1.5 text-right", place > 0 && "border-t border-rule")}>
            {fact.value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
