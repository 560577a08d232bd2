import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";
import type { CarNames } from "./car-names.ts";
import { writeCarLetter } from "./write-car-letter.server.ts";

type ClaimToOpen = CarNames & {
  carId: number;
  memberId: number;
  model: string | null;
  orderNumber: string | null;
};

/**
 * Leaves it to the desk whose car it is, and writes to whoever asks. Once at a time for one car: asking
 * again changes nothing.
 *
 * The claim keeps what they said of the car; of what is on file they are told nothing.
 */
export async function openCarClaim(db: Db, claim: ClaimToOpen): Promise<void> {
  const { carId, memberId, vin, plate, model, orderNumber } = claim;
  const opened = await db.carClaim.createManyAndReturn({
    data: [{ carId, memberId, vin, plate, model, orderNumber }],
    skipDuplicates: true,
    select: { id: true },
  });
  const claimId = opened[0]?.id;
  if (claimId === undefined) return;
  await writeCarLetter(db, memberId, {
    template: "car-claim",
    props: { car: carInWords(claim), step: "open", reason: null },
    dedupKey: `car-claim/${claimId}/open`,
  });
}
