import type { DifferenceState } from "#app/modules/reconciliation/difference.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<DifferenceState, BadgeTone> = {
  open: "warn",
  answered: "ok",
  solved: "plain",
};

/** How a difference stands, in a word. */
export function DifferenceBadge({ state }: { state: DifferenceState }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`reconciliation.difference.state.${state}`)}</Badge>;
}
