import type { ReactNode } from "react";

interface ErrorPageProps {
  drawing: ReactNode;
  /** What happened. */
  title: ReactNode;
  /** What was kept, and what to do. */
  children: ReactNode;
  action?: ReactNode;
  /** To quote to the service desk ("Reference 8f3a…"). */
  reference?: ReactNode;
}

/** Something went wrong: inside whichever shell the reader was in, so that the way on is still there. */
export function ErrorPage({ drawing, title, children, action, reference }: ErrorPageProps) {
  return (
    <div className="mx-auto max-w-lg py-6">
      <div className="max-w-72">{drawing}</div>
      <h1 className="mt-7">{title}</h1>
      <div className="mt-3 max-w-prose">{children}</div>
      {action && <div className="mt-6 flex flex-wrap gap-3">{action}</div>}
      {reference && <p className="mt-8 text-[0.9375rem] text-ink-soft">{reference}</p>}
    </div>
  );
}
