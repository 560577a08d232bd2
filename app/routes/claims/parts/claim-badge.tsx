import type { ClaimState } from "#app/modules/claims/claim.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<ClaimState, BadgeTone> = {
  open: "warn",
  granted: "ok",
  "on-statement": "plain",
  refused: "refusal",
  withdrawn: "plain",
};

/** How a claim stands, in a word. */
export function ClaimBadge({ claim: { state } }: { claim: { state: ClaimState } }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`claims.state.${state}`)}</Badge>;
}
