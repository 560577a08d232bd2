import type { ServiceOrderRequest } from "#app/modules/api/schemas.ts";
import { readStoreName } from "#app/modules/club/store-name.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { cellLabel } from "#app/platform/cell-text.ts";
import { hasLostDigits } from "#app/platform/lost-digits.ts";
import { isPaidSum } from "./amount.ts";
import { type RowFlag, type RowReading, readOrderCar } from "./service-order-row.ts";
import { readSettledAt, type SettlementBounds } from "./settled-at.ts";

/**
 * Reads an order that came over the API as the row of an export would have said it: the same readers, the
 * same reasons for refusing it, the same content. An order that comes both ways is one order.
 *
 * Amounts come without a sign; of a cancellation they go back, and are kept negative as in exports.
 */
export function readApiOrder(sent: ServiceOrderRequest, bounds: SettlementBounds): RowReading {
  const number = readOrderNumber(sent.order_number);
  const store = readStoreName(sent.store);
  const rejected = (reason: Extract<RowReading, { ok: false }>["reason"]): RowReading => ({
    ok: false,
    reason,
    number,
    store,
  });
  if (hasLostDigits(sent.order_number)) return rejected("order_number_lost_digits");
  if (number === null || store === null) return rejected("missing_order_number");

  const settled = readSettledAt(sent.settled_at, bounds);
  if (settled === null) return rejected("bad_date");

  const { labour_minor: labour, parts_minor: parts, discount_minor: discount } = sent;
  const paid = sent.paid_minor;
  if (!isPaidSum(paid, labour + parts - discount)) return rejected("amount_mismatch");

  const { flag, ...car } = readOrderCar(sent.vin ?? "", sent.plate ?? "");
  if (car.vin === null && car.plate === null) return rejected("no_vehicle");

  const flags: RowFlag[] = flag === null ? [] : [flag];
  const back = sent.record === "cancellation";
  // Not 0 × −1: a nought with a sign is another content.
  const signed = (amount: number) => (back && amount !== 0 ? -amount : amount);
  return {
    ok: true,
    flags,
    order: {
      store,
      number,
      rowKind: sent.record,
      settledAt: settled.at,
      settledDay: settled.day,
      ...car,
      model: cellLabel(sent.model ?? "", 80),
      odometerKm: sent.odometer_km ?? null,
      kind: sent.kind,
      labour: signed(labour),
      parts: signed(parts),
      discount: signed(discount),
      paid: signed(paid),
      payer: sent.payer,
    },
  };
}
