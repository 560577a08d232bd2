import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface FilterChoice {
  to: string;
  label: ReactNode;
  current: boolean;
}

/** Filters as links, so that a filtered page has an address, and Back takes the filter off. */
export function FilterChips({ label, choices }: { label: string; choices: FilterChoice[] }) {
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap gap-2">
      {choices.map(({ to, label: name, current }) => (
        <Link
          key={to}
          to={to}
          className="chip"
          aria-current={current ? "true" : undefined}
          preventScrollReset
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
