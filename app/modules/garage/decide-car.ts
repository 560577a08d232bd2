/** A car that is on file. */
export type CarOnFile = {
  carId: number;
  vin: string | null;
  plate: string | null;
  /** Whoever holds it now. */
  holderId: number | null;
  /** Whoever held it last, where nobody does. */
  formerHolderId: number | null;
};

/** What is known of a car that somebody says is theirs. */
export type CarFacts = {
  /** The car that the VIN, or the plate alone, names. */
  car: CarOnFile | null;
  /** Another car, that carries the plate. */
  plateOn: CarOnFile | null;
  /** Whether any orders of it are on file, and whether any are nobody's since it was last held. */
  orders: { any: boolean; nobodys: boolean };
};

/** How an order number fared that was given as a proof. */
export type Proof = "none" | "fits" | "does-not-fit";

export type CarAsked = {
  memberId: number;
  by: "owner" | "desk";
  proof: Proof;
  /** The owner has no invoice at hand and would have the desk look at the papers. */
  asksDesk: boolean;
};

export type CarRefusal = "names-two-cars" | "yours-already" | "needs-proof" | "proof-does-not-fit";

export type CarDecision =
  | { ok: true; act: "hold"; proved: boolean }
  /** The desk has to look at the papers. */
  | { ok: true; act: "claim" }
  | { ok: false; refusal: CarRefusal };

/**
 * Finds which of the cars on file is meant.
 *
 * The VIN is the car; a plate is a plate that a car carries for now, and may move to another. So a car
 * without a VIN on file is the one by its plate, and of several with one plate the one that is held.
 *
 * @param replaced a car whose place it takes: it is not meant itself, though its plate may go along.
 */
export function pickCar(
  names: { vin: string | null; plate: string | null },
  onFile: readonly CarOnFile[],
  memberId: number,
  replaced: number | null = null,
): Pick<CarFacts, "car" | "plateOn"> {
  const rank = (car: CarOnFile) =>
    car.holderId === memberId ? 0 : car.holderId !== null ? 1 : car.vin === null ? 2 : 3;
  const isMeant = (car: CarOnFile) => car.carId !== replaced;
  const byVin =
    onFile.filter(isMeant).find((car) => names.vin !== null && car.vin === names.vin) ?? null;
  const byPlate = onFile
    .filter((car) => names.plate !== null && car.plate === names.plate && car !== byVin)
    .sort((a, b) => rank(a) - rank(b) || b.carId - a.carId);
  const car =
    byVin ??
    byPlate.filter(isMeant).find((each) => names.vin === null || each.vin === null) ??
    null;
  if (names.vin === null) return { car, plateOn: null };
  const others = byPlate.filter((each) => each !== car);
  const another = others.find(({ holderId }) => holderId !== null && holderId !== memberId);
  return { car, plateOn: another ?? others[0] ?? null };
}

/**
 * Decides what becomes of a car that somebody says is theirs (product rules, "Joining": one car has one
 * holder at a time).
 *
 * A car that nobody knows is theirs at once. Where there is a history to see and points to have, they
 * show an order number from an invoice, or the desk looks at the papers. Where somebody holds it, only the
 * desk can say; that person is never spoken of. Somebody's own former car is theirs again, but what was
 * done to it since may be another's.
 */
export function decideCar(asked: CarAsked, { car, plateOn, orders }: CarFacts): CarDecision {
  if (plateOn && plateOn.holderId !== null && plateOn.holderId !== asked.memberId) {
    return { ok: false, refusal: "names-two-cars" };
  }
  if (car?.holderId === asked.memberId) return { ok: false, refusal: "yours-already" };
  if (car && car.holderId !== null) return { ok: true, act: "claim" };
  if (asked.by === "desk") return { ok: true, act: "hold", proved: true };
  const ownAgain = car?.formerHolderId === asked.memberId && !orders.nobodys;
  if (!orders.any || ownAgain) return { ok: true, act: "hold", proved: false };
  if (asked.proof === "fits") return { ok: true, act: "hold", proved: true };
  if (asked.asksDesk) return { ok: true, act: "claim" };
  return {
    ok: false,
    refusal: asked.proof === "none" ? "needs-proof" : "proof-does-not-fit",
  };
}
