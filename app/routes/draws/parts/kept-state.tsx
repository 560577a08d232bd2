import type { DrawMethod, DrawState } from "#app/modules/draws/draw-row.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

interface KeptStateProps {
  state: DrawState;
  method: DrawMethod;
}

/** How far a draw is, for those who keep it. */
export function KeptState({ state, method }: KeptStateProps) {
  const t = useT();
  if (state === "draft") return <Badge>{t("drawKeeping.state.draft")}</Badge>;
  if (state === "called-off") {
    return <Badge tone="refusal">{t("drawKeeping.state.called-off")}</Badge>;
  }
  if (state === "drawn") return <Badge tone="ok">{t("drawKeeping.state.drawn")}</Badge>;
  return <Badge tone="warn">{t(`drawKeeping.state.frozen.${method}`)}</Badge>;
}
