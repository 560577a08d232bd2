import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";

/** A car that a member holds now, to be spoken of. */
export type HeldCar = { id: number; words: string; plate: string | null; model: string | null };

/** @returns null for a car that is not theirs, or not any more. */
export async function loadHeldCar(
  db: Db,
  memberId: number,
  carId: number,
): Promise<HeldCar | null> {
  const held = await db.carHolding.findFirst({
    where: { carId, memberId, endsAt: null },
    select: { car: true },
  });
  if (!held) return null;
  const { id, plate, model } = held.car;
  return { id, plate, model, words: carInWords(held.car) };
}
