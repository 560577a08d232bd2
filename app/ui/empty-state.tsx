import type { ReactNode } from "react";

interface EmptyStateProps {
  /** One of app/ui/drawings. */
  drawing: ReactNode;
  /** One sentence: what will be here, and how it comes to be. */
  children: ReactNode;
  /** The next step. */
  action?: ReactNode;
}

/** A page with nothing on it yet still teaches something. */
export function EmptyState({ drawing, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-2 py-8 text-center">
      <div className="w-full max-w-64 text-ink">{drawing}</div>
      <p className="mt-5 text-balance">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
