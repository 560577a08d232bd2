import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { ChevronLeftIcon } from "./icons.tsx";

interface PageHeaderProps {
  title: ReactNode;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** At the right on a desk, below on a phone. */
  actions?: ReactNode;
}

/** The head of a page: its one `<h1>`. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <div className="mb-7 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        <h1>{title}</h1>
        {lead && <p className="mt-2 max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
    </div>
  );
}

interface SectionProps {
  /** For links to it, and to name the region. */
  id: string;
  title: ReactNode;
  /** A link at the right end of the title's line ("All entries"). */
  more?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page, below a hairline's worth of air. */
export function Section({ id, title, more, children, className }: SectionProps) {
  return (
    <section aria-labelledby={id} className={cx("mt-10 first:mt-0", className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="max-w-full">
          {title}
        </h2>
        {more}
      </div>
      {children}
    </section>
  );
}

/** A sheet of the booklet laid on the page: for the one thing that wants a frame. */
export function Sheet({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cx("rounded-md border border-rule bg-sheet p-4 xs:p-5", className)}>
      {children}
    </div>
  );
}

/** Up one level, above the page's header. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="-mt-2 mb-2 inline-flex min-h-11 items-center gap-1 text-accent no-underline hover:underline [overflow-wrap:anywhere] [&>svg]:flex-none"
    >
      <ChevronLeftIcon size={18} />
      {children}
    </Link>
  );
}
