import type { DeliveryState } from "#app/modules/webhooks/delivery-states.ts";
import type { DeliveryListed } from "#app/modules/webhooks/list-deliveries.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const tones: Record<DeliveryState, BadgeTone> = { waiting: "warn", sent: "ok", failed: "refusal" };

/** How a message stands, what its last attempt met, and when there will be another. */
export function DeliveryOutcome({ delivery }: { delivery: DeliveryListed }) {
  const t = useT();
  const figures = useFigures();
  const { state, status, failure, tookMs, triedAt, nextAt } = delivery;
  return (
    <>
      <Badge tone={tones[state]}>{t(`webhooks.delivery.${state}`)}</Badge>
      {failure && (
        <span className="block">
          {t(`webhooks.failure.${failure}`)}
          {status !== null && ` (${status})`}
        </span>
      )}
      {triedAt && failure !== "off" && (
        <span className="block text-[0.9375rem] text-ink-soft">
          {state === "sent" && `${status} · `}
          {t("webhooks.tried", { moment: figures.moment(triedAt), ms: tookMs ?? 0 })}
        </span>
      )}
      {nextAt && triedAt && (
        <span className="block text-[0.9375rem] text-ink-soft">
          {t("webhooks.next", { moment: figures.moment(nextAt) })}
        </span>
      )}
    </>
  );
}
