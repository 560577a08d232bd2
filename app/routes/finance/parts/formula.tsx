import type { ReactNode } from "react";

/** What a table says and how its figures come about, beside them. */
export function Formula({ children }: { children: ReactNode }) {
  return <p className="mb-4 max-w-prose text-[0.9375rem] leading-snug text-ink-soft">{children}</p>;
}
