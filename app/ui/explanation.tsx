import type { ReactNode } from "react";
import { type Fact, KeyValue } from "./key-value.tsx";

interface ExplanationProps {
  /** The sum in words, as one would write it in the margin ("¥1,286.00 paid → 128 base × 2 gold"). */
  arithmetic?: ReactNode;
  facts: Fact[];
  /** Links to what the entry belongs to. */
  links?: ReactNode;
}

/** What opens below an entry: why it is what it is. */
export function Explanation({ arithmetic, facts, links }: ExplanationProps) {
  return (
    <div className="pb-1">
      {arithmetic && <p className="mb-2 text-[1.0625rem] font-semibold">{arithmetic}</p>}
      <KeyValue facts={facts} />
      {links && <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1">{links}</div>}
    </div>
  );
}
