import type { Score } from "#app/modules/surveys/questions.ts";

const MOUTHS: Record<Score, string> = {
  1: "M10.5 23.5c1.4-3.2 3.3-4.6 5.5-4.6s4.1 1.4 5.5 4.6",
  2: "M11 22.4c1.4-1.7 3-2.5 5-2.5s3.6.8 5 2.5",
  3: "M11 21.2h10",
  4: "M11 20c1.4 1.7 3 2.5 5 2.5s3.6-.8 5-2.5",
  5: "M10 18.6h12c-.5 3.8-2.7 5.6-6 5.6s-5.5-1.8-6-5.6z",
};

/** A face between bad and very good, in the hand of the club's drawings; a word stands beside it. */
export function Face({ score, size = 40 }: { score: Score; size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle cx="16" cy="16" r="13" />
        <path d={`M11.5 12.2v1.6M20.5 12.2v1.6${MOUTHS[score]}`} />
      </g>
    </svg>
  );
}
