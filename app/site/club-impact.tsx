import { cx } from "#app/ui/cx.ts";

interface ClubImpactProps {
  /** In the reader's words. */
  lines: readonly string[];
  className?: string;
}

/** What the club has done together, where anybody who looks in reads it; nothing where nothing is counted. */
export function ClubImpact({ lines, className }: ClubImpactProps) {
  if (lines.length === 0) return null;
  return (
    <ul className={cx("mb-8 border-y border-rule py-3", className)}>
      {lines.map((line) => (
        <li key={line} className="text-lg font-semibold text-accent">
          {line}
        </li>
      ))}
    </ul>
  );
}
