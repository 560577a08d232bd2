import { randomUUID } from "node:crypto";
import { handActs } from "#app/features.server.ts";
import { decideAdjustment } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { loadApprovals } from "#app/modules/adjustments/load-approvals.server.ts";
import { requestAdjustment } from "#app/modules/adjustments/request-adjustment.server.ts";
import { recordVisit, type VisitToRecord } from "#app/modules/visits/record-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { daysAgo, pointsOf } from "../../support/garage.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { aClub } from "../claims/claims-fixtures.ts";
import { aCar } from "../garage/workshop-fixtures.ts";

export const STORE = "湖畔一店";
export const today = daysAgo(0);

export type Desk = Awaited<ReturnType<typeof aDesk>>;

/** Somebody of the desk, somebody of finance, and the member with a car to whom the desk may want to do a favour. */
export async function aDesk() {
  await aClub();
  const clerk = await aPerson({ name: "许文", roles: ["desk"] });
  const finance = await aPerson({ name: "沈岚", roles: ["finance"] });
  const friend = await aMember();
  const carId = await aCar(friend, { plate: "沪A10001", model: "ES200" });
  const { id: storeId } = await db().store.create({ data: { name: STORE } });
  const staff = { by: clerk.id, address: "10.0.0.1" };
  return {
    ...{ clerk, finance, friend, carId, storeId, staff },
    /** An invoice of so many yuan, typed with a visit of the friend's. */
    visit: (number: string, yuan: number, changes: Partial<VisitToRecord> = {}) =>
      recordVisit({
        ...{ number: friend.number, ...staff, requestKey: randomUUID(), storeId, carId },
        ...{ day: today, odometerKm: null, odometerSure: false, orderNumber: number, note: null },
        invoice: typedInvoice(yuan * 100),
        ...changes,
      }),
    adjust: (points: number, number = friend.number) =>
      requestAdjustment({
        ...{ number, points, ...staff, requestKey: randomUUID() },
        reason: "A visit that the workshop forgot",
      }),
    answer: (requestId: number, approve = true) =>
      decideAdjustment(
        { requestId, approve, note: approve ? "" : "no paper", by: finance.id, address: "" },
        handActs,
      ),
  };
}

const typedInvoice = (paid: number): VisitToRecord["invoice"] => {
  const noOther = { parts: 0, discount: 0 };
  return { kind: "maintenance", payer: "owner", labour: paid, ...noOther, paid };
};

/** What waits for finance. */
export const queue = async () =>
  (await loadApprovals(db(), { askedBy: undefined, after: null, before: null })).waiting
    .adjustments;

export const available = async (member: TestMember) => (await pointsOf(member)).available;
