import { Form, useNavigation } from "@remix-run/react";
import type { ClaimOrder } from "#app/modules/claims/load-claim-orders.server.ts";
import type { ClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";

interface ClaimOrdersProps {
  claim: ClaimPage;
  orders: ClaimOrder[];
  /** The number that was looked for instead of the claim's. */
  looked: string | null;
  canAct: boolean;
}

/** The orders that a claim may be about, each with "this is it". */
export function ClaimOrders({ claim, orders, looked, canAct }: ClaimOrdersProps) {
  const t = useT();
  return (
    <Section id="orders" title={t("claims.desk.orders")}>
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-2">
        <Input
          id="order"
          name="order"
          autoComplete="off"
          label={t("claims.desk.look")}
          defaultValue={looked ?? ""}
          className="w-64 max-w-full"
        />
        <Button look="quiet">{t("claims.desk.look.go")}</Button>
      </Form>
      {orders.length === 0 && <p className="text-ink-soft">{t("claims.desk.orders.none")}</p>}
      <ul className="border-t border-rule empty:hidden">
        {orders.map((order) => (
          <Order key={order.orderId} claim={claim} order={order} canAct={canAct} />
        ))}
      </ul>
    </Section>
  );
}

function Order({ claim, order, canAct }: { claim: ClaimPage; order: ClaimOrder; canAct: boolean }) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().formData?.get("orderId") === String(order.orderId);
  const name = t("claims.desk.order.named", {
    order: order.orderNumber,
    store: inLanguage(t.locale, order.store),
  });
  const isAnothers = order.whose === "another";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0">
        <p className="font-semibold break-all">{name}</p>
        {isAnothers ? (
          <p className="text-ink-soft">{t("claims.desk.order.another")}</p>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-x-4 text-ink-soft">
              <span>{figures.day(order.settledAt)}</span>
              <span>{t(`staff.work.${order.kind}`)}</span>
              <span>{figures.money(order.paidMinor)}</span>
              {order.plate && <Plate>{order.plate}</Plate>}
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-2">
              <Badge tone={order.because === "number" ? "ok" : "plain"}>
                {t(`claims.desk.order.because.${order.because}`)}
              </Badge>
              <Badge>{t(`claims.desk.order.${order.whose}`)}</Badge>
              <Worth order={order} />
            </p>
          </>
        )}
      </div>
      {canAct && !isAnothers && (
        <Form method="post" action={`/admin/claims/${claim.id}`}>
          <input type="hidden" name="intent" value="link" />
          <input type="hidden" name="orderId" value={order.orderId} />
          <Button look="quiet" pending={pending}>
            {t(`claims.desk.order.${linkWord(order)}`)}
            <span className="sr-only"> ({name})</span>
          </Button>
        </Form>
      )}
    </li>
  );
}

/** What saying "this is it" of an order comes to. */
function linkWord(order: ClaimOrder) {
  if (earnsNothing(order)) return "linkNothing";
  return order.whose === "theirs" ? "linkOnStatement" : "link";
}

/** By what is told of it: an order that is nobody's has no award, and may earn all the same. */
function earnsNothing({ earned, whose }: ClaimOrder): boolean {
  if (!("reason" in earned)) return false;
  return whose === "theirs" || earned.reason !== "not-awarded";
}

function Worth({ order }: { order: ClaimOrder }) {
  const t = useT();
  const figures = useFigures();
  const { earned } = order;
  if (!("reason" in earned)) {
    const { points } = earned;
    return t("claims.desk.order.earned", { points, change: figures.change(points) });
  }
  if (!earnsNothing(order)) return t("claims.desk.order.willEarn");
  return t(`staff.visit.nothing.${earned.reason}`);
}
