import type { DeliveryList } from "#app/modules/webhooks/list-deliveries.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { DeliveriesTable } from "./deliveries-table.tsx";

interface DeliveryPagesProps {
  /** The endpoint's. */
  id: number;
  list: DeliveryList;
  asked: { show: "failed" | null; before: number | null };
  canSend: boolean;
}

/** Messages to an endpoint, page by page: all, or those that were given up. */
export function DeliveryPages({ id, list, asked, canSend }: DeliveryPagesProps) {
  const t = useT();
  const page = (show: "failed" | null, before: number | null = null) => {
    const parameters = new URLSearchParams();
    if (show) parameters.set("show", show);
    if (before) parameters.set("before", String(before));
    return `/admin/webhooks/${id}?${parameters}`;
  };
  const { show, before } = asked;
  return (
    <>
      <FilterChips
        label={t("webhooks.filter")}
        choices={[
          { to: page(null), label: t("webhooks.filter.all"), current: show === null },
          { to: page("failed"), label: t("webhooks.filter.failed"), current: show === "failed" },
        ]}
      />
      {list.deliveries.length === 0 ? (
        <p className="text-ink-soft">
          {t(show ? "webhooks.deliveries.noneFailed" : "webhooks.deliveries.none")}
        </p>
      ) : (
        <DeliveriesTable deliveries={list.deliveries} canSend={canSend} />
      )}
      <Pager
        label={t("webhooks.deliveries.pages")}
        newer={before ? { to: page(show), label: t("staff.newest") } : undefined}
        older={
          list.olderBefore
            ? { to: page(show, list.olderBefore), label: t("staff.older") }
            : undefined
        }
      />
    </>
  );
}
