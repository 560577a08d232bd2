import { loadOpenStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { loadPaymentMethods } from "#app/modules/payment-methods/load-payment-methods.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Where money can change hands, for a form. */
export type CounterChoices = {
  /** Those that are open. */
  stores: StoreChoice[];
  /** The store that a form begins with: where whoever asks took money last. */
  startsAt: number | null;
  /** The ways in which the club takes it. */
  methods: CounterMethod[];
};

/** Reads the stores that are open, the one of the clerk's last payment, and the ways in which money is taken. */
export async function loadCounter(db: Db, by: number): Promise<CounterChoices> {
  const [stores, last, { counter }] = await Promise.all([
    loadOpenStores(db),
    db.payment.findFirst({
      where: { recordedBy: by },
      orderBy: { paidAt: "desc" },
      select: { storeId: true },
    }),
    loadPaymentMethods(db),
  ]);
  return { stores, startsAt: last?.storeId ?? null, methods: counter };
}

/** Whether money can change hands at a store, which stays what it is until the caller's transaction ends. */
export async function isStoreOpen(tx: Db, id: number): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select id from store where id = ${id} and closed_at is null and asked_since is null for key share`;
  return open.length > 0;
}
