import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { JudgedOrder } from "./order-award.ts";

/** An order that is held, as a query gives what its award depends on. */
export type JudgedOrderRow = {
  store: string;
  number: string;
  settled_at: Date;
  plate: string | null;
  model: string | null;
  kind: WorkKind;
  paid_minor: number;
  payer: Payer;
};

/** An order that is held, to be judged again as it stands. */
export function judgedOrder(row: JudgedOrderRow, time: ClubTime): JudgedOrder {
  return {
    store: row.store,
    number: row.number,
    rowKind: "order",
    settledAt: row.settled_at,
    settledDay: time.dayOf(row.settled_at),
    plate: row.plate,
    model: row.model,
    kind: row.kind,
    paid: row.paid_minor,
    payer: row.payer,
  };
}
