import { randomUUID } from "node:crypto";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { recordVisit, type VisitToRecord } from "#app/modules/visits/record-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { daysAgo } from "../../support/garage.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";

export const STORE = "湖畔一店";
export const today = daysAgo(0);

export const paid = {
  kind: "maintenance",
  payer: "owner",
  labour: 25_600,
  parts: 0,
  discount: 0,
} as const;
export const invoice = { ...paid, paid: 25_600 };

/** A club's store, and somebody of its desk. */
export async function aReception() {
  await ensureClub(db());
  const { id: deskId } = await aPerson({ roles: ["desk"] });
  const store = await db().store.create({ data: { name: STORE, nameEn: "Lakeside One" } });
  return { deskId, storeId: store.id };
}

export type Visitor = Awaited<ReturnType<typeof aVisitor>>;

let cars = 0;

/** A member who comes with a car of its own plate; `cars` is another number for each. */
export async function aVisitor({ deskId, storeId }: Awaited<ReturnType<typeof aReception>>) {
  const member = await aMember();
  cars += 1;
  const plate = `沪A${10_000 + cars}`;
  const carId = await aCar(member, { plate, model: "ES200" });
  const aVisit = (changes: Partial<VisitToRecord> = {}): VisitToRecord => ({
    ...{ number: member.number, by: deskId, address: "203.0.113.7", requestKey: randomUUID() },
    ...{ storeId, day: today, carId, odometerKm: null, odometerSure: false },
    ...{ orderNumber: null, note: null, invoice: null },
    ...changes,
  });
  return {
    ...{ member, cars, plate, carId, aVisit },
    recorded: async (changes: Partial<VisitToRecord> = {}): Promise<number> => {
      const answer = await recordVisit(aVisit(changes));
      if (!answer.ok) throw new Error(answer.refusal);
      return answer.receptionId;
    },
    refusal: async (changes: Partial<VisitToRecord>) => {
      const answer = await recordVisit(aVisit(changes));
      return answer.ok ? null : answer.refusal;
    },
  };
}
