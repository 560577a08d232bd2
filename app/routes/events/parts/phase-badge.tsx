import type { EventPhase } from "#app/modules/events/event-state.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<EventPhase, BadgeTone> = {
  draft: "warn",
  announced: "plain",
  open: "ok",
  closed: "plain",
  running: "ok",
  finished: "plain",
  cancelled: "refusal",
};

/** Where an event stands, for whoever keeps it. */
export function PhaseBadge({ phase }: { phase: EventPhase }) {
  const t = useT();
  return <Badge tone={TONES[phase]}>{t(`eventKeeping.phase.${phase}`)}</Badge>;
}
