import type { Day } from "#app/platform/club-time.ts";

/** One of the sales people who get leads by themselves. */
export type TurnTaker = {
  id: number;
  /** Null: of every store. */
  storeId: number | null;
  /** Words of the models they know best; none for all. */
  models: readonly string[];
  /** Away to the end of this day. */
  awayThrough: Day | null;
  lastGivenAt: Date | null;
};

/**
 * Whose a new lead is: of those who are here, one of the friend's store; of these, one who knows the model, or else
 * one who takes any; and of these whoever got none for the longest.
 *
 * @param today the club's.
 * @returns null where nobody of that store is here: a person decides then.
 */
export function chooseConsultant(
  lead: { storeId: number | null; model: string },
  takers: readonly TurnTaker[],
  today: Day,
): number | null {
  const here = takers.filter(({ awayThrough }) => awayThrough === null || awayThrough < today);
  const ofStore = here.filter(
    ({ storeId }) => lead.storeId === null || storeId === null || storeId === lead.storeId,
  );
  const wanted = plain(lead.model);
  const knowing = ofStore.filter(({ models }) =>
    models.some((model) => plain(model) !== "" && wanted.includes(plain(model))),
  );
  const anyModel = ofStore.filter(({ models }) => models.length === 0);
  const [fit] = [knowing, anyModel, ofStore].filter((some) => some.length > 0);
  return fit?.toSorted(byTurn)[0]?.id ?? null;
}

const plain = (model: string) => model.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Who never got one is first. */
function byTurn(a: TurnTaker, b: TurnTaker): number {
  return (a.lastGivenAt?.getTime() ?? 0) - (b.lastGivenAt?.getTime() ?? 0) || a.id - b.id;
}
