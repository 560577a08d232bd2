import { writeLetter } from "#app/modules/notifications/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";
import type { CarNames } from "./car-names.ts";

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
  const { person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: { id: true, name: true, email: true, locale: true } } },
  });
  if (person.email === null) return;
  await writeLetter(db, {
    personId: person.id,
    to: person.email,
    template: "car-claim",
    locale: person.locale,
    props: { name: person.name, car: carInWords(claim), step: "open", reason: null },
    dedupKey: `car-claim/${claimId}/open`,
  });
}
