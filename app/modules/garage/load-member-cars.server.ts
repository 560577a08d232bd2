import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";

/** A member's cars, as the desk puts them right. */
export type MemberCarsPage = {
  memberId: number;
  personId: number;
  name: string;
  number: string;
  held: {
    carId: number;
    plate: string | null;
    vin: string | null;
    model: string | null;
    since: Day;
  }[];
  claims: { id: number; car: string }[];
};

/** @returns null where there is no such member, or the account was closed. */
export async function loadMemberCars(db: Db, number: string): Promise<MemberCarsPage | null> {
  const [member, { timeZone }] = await Promise.all([
    db.member.findUnique({
      where: { number },
      include: {
        person: { select: { name: true, closedAt: true } },
        cars: { where: { endsAt: null }, orderBy: { startsAt: "asc" }, include: { car: true } },
        carClaims: { where: { state: "open" }, orderBy: { id: "asc" } },
      },
    }),
    loadClub(),
  ]);
  if (!member || member.person.closedAt) return null;
  const time = clubTime(timeZone);
  return {
    memberId: member.id,
    personId: member.personId,
    name: member.person.name,
    number: member.number,
    held: member.cars.map(({ car, startsAt }) => ({
      carId: car.id,
      plate: car.plate,
      vin: car.vin,
      model: car.model,
      since: time.dayOf(startsAt),
    })),
    claims: member.carClaims.map((claim) => ({ id: claim.id, car: carInWords(claim) })),
  };
}
