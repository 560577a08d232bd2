import type { ReactNode } from "react";
import { ChevronDownIcon } from "./icons.tsx";

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}

/** More on request, in place: a native `<details>`. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <span>{summary}</span>
        <ChevronDownIcon size={18} className="flex-none text-ink-soft" />
      </summary>
      <div className="max-w-prose pb-4">{children}</div>
    </details>
  );
}
