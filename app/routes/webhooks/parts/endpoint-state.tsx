import type { EndpointShown } from "#app/modules/webhooks/load-endpoints.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

/** How an endpoint stands, in a word. */
export function EndpointState({
  endpoint,
}: {
  endpoint: Pick<EndpointShown, "offWhy" | "failingSince">;
}) {
  const t = useT();
  if (endpoint.offWhy === "by-hand") return <Badge>{t("webhooks.state.off")}</Badge>;
  if (endpoint.offWhy) return <Badge tone="refusal">{t("webhooks.state.off")}</Badge>;
  if (endpoint.failingSince) return <Badge tone="warn">{t("webhooks.state.failing")}</Badge>;
  return <Badge tone="ok">{t("webhooks.state.on")}</Badge>;
}
