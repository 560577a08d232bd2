import type { DrawMethod, DrawState as State } from "#app/modules/draws/draw-row.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<State, BadgeTone> = {
  draft: "plain",
  frozen: "warn",
  drawn: "ok",
  "called-off": "refusal",
};

/** How far a draw is, for those who look at it from outside. */
export function DrawState({ state, method }: { state: State; method: DrawMethod }) {
  const t = useT();
  if (state === "draft") return null;
  const isByHand = state === "drawn" && method === "by-hand";
  return (
    <Badge tone={TONES[state]}>
      {isByHand ? t("draws.state.byHand") : t(`draws.state.${state}`)}
    </Badge>
  );
}
