import { type CounterChoices, loadCounter } from "#app/modules/payments/load-counter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readDeskStore } from "./desk-store.server.ts";

/** Where money can change hands; a form begins at the desk's own store, else where the clerk took money last. */
export async function readCounter(request: Request, staffId: number): Promise<CounterChoices> {
  const counter = await loadCounter(db(), staffId);
  const desk = await readDeskStore(request, counter.stores);
  return desk === "all" ? counter : { ...counter, startsAt: desk };
}
