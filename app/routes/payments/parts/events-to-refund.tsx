import { Link } from "@remix-run/react";
import type { EventMoney } from "#app/modules/registrations/refund-event.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Cancelled events of which all that was paid online can go back at once. */
export function EventsToRefund({ events }: { events: EventMoney[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  if (events.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {events.map(({ eventId, title, currency, online }) => (
        <Notice key={`${eventId} ${currency}`} tone="warn" announce={false}>
          {t("payments.tasks.event", {
            payments: online.payments,
            sum: figures.moneyIn(online.minor, currency),
          })}{" "}
          <Link to={`/admin/events/${eventId}/refunds`}>{inLanguage(locale, title)}</Link>
        </Notice>
      ))}
    </div>
  );
}
