import type { ContestState } from "#app/modules/contests/terms.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

const TONES = {
  draft: undefined,
  open: "ok",
  closed: "warn",
  published: "ok",
  "called-off": "refusal",
} as const;

/** How far a contest is, for staff. */
export function ContestBadge({ state }: { state: ContestState }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`contestKeeping.state.${state}`)}</Badge>;
}
