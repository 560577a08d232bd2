import type { EndpointShown } from "#app/modules/webhooks/load-endpoints.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { EndpointState } from "./endpoint-state.tsx";

/** Where an endpoint is, how it stands, and of what it is told. */
export function EndpointFacts({ endpoint }: { endpoint: EndpointShown }) {
  const t = useT();
  const figures = useFigures();
  const { url, events, createdAt, failingSince, oldSecretUntil } = endpoint;
  const moments = [
    { label: t("webhooks.madeAt"), at: createdAt },
    { label: t("webhooks.failingSince"), at: failingSince },
    { label: t("webhooks.oldSecretUntil"), at: oldSecretUntil },
  ];
  return (
    <KeyValue
      facts={[
        {
          label: t("webhooks.url"),
          value: <span className="figure [overflow-wrap:anywhere]">{url}</span>,
        },
        { label: t("webhooks.state"), value: <EndpointState endpoint={endpoint} /> },
        {
          label: t("webhooks.events"),
          value: <span className="figure">{events.join(", ")}</span>,
        },
        ...moments.flatMap(({ label, at }) => (at ? [{ label, value: figures.moment(at) }] : [])),
      ]}
    />
  );
}
