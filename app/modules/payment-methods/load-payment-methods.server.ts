import type { Db } from "#app/platform/db.server.ts";
import { COUNTER_METHODS, type CounterMethod } from "./counter-method.ts";
import { ONLINE_METHODS, type OnlineMethod } from "./online-method.ts";

/** Which ways of paying a club takes. */
export type PaymentMethods = {
  counter: CounterMethod[];
  /** At Stripe's page; null where the club leaves that to Stripe's dashboard. */
  online: OnlineMethod[] | null;
};

/** A club that has not chosen takes everything at its counters, and online what is switched on in the dashboard. */
export async function loadPaymentMethods(db: Db): Promise<PaymentMethods> {
  return readMethods(await db.paymentMethods.findUnique({ where: { id: 1 } }));
}

/** A row as settings; a method that there is no more is left out. */
export function readMethods(
  row: { counter: string[]; online: string[]; inDashboard: boolean } | null,
): PaymentMethods {
  if (!row) return { counter: [...COUNTER_METHODS], online: null };
  return {
    counter: COUNTER_METHODS.filter((method) => row.counter.includes(method)),
    online: row.inDashboard ? null : ONLINE_METHODS.filter((method) => row.online.includes(method)),
  };
}

/** By which a page's settings are known again, so that two admins do not run over each other. */
export const methodsMark = ({ counter, online }: PaymentMethods): string =>
  `${counter.join(" ")} / ${online?.join(" ") ?? "dashboard"}`;
