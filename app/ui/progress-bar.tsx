import type { ReactNode } from "react";

interface ProgressBarProps {
  id: string;
  /** What is under way. */
  label: ReactNode;
  /** How far, in words ("48,200 of 100,000 rows"). Read out as it changes. */
  status?: ReactNode;
  /** Undefined while the whole is not known yet. */
  value?: number;
  max?: number;
}

/** Long work, such as an import: a native `<progress>`. */
export function ProgressBar({ id, label, status, value, max = 100 }: ProgressBarProps) {
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {status && (
          <p aria-live="polite" className="text-[0.9375rem] text-ink-soft">
            {status}
          </p>
        )}
      </div>
      <progress id={id} className="bar" value={value} max={max} />
    </div>
  );
}
