import { acceptInvitation } from "#app/modules/garage/answer-invitation.server.ts";
import { inviteCoDriver } from "#app/modules/garage/invite-co-driver.server.ts";
import {
  type OwnCarRegistration,
  registerOwnCar,
} from "#app/modules/garage/register-own-car.server.ts";
import { recordReading } from "#app/modules/odometer/record-reading.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { addDays, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";

/**
 * A car with a history that nobody holds, for whoever joins and claims it: VIN LFMAP22CXH0500100, plate
 * 沪A5P21K, and order numbers JOIN-0012, JOIN-0047 and JOIN-0300 on its invoices (so many days old).
 */
const UNCLAIMED = {
  vin: "LFMAP22CXH0500100",
  plate: "沪A5P21K",
  orders: [12, 47, 300].map((daysAgo) => ({ daysAgo, number: numbered("JOIN", daysAgo) })),
};

/** A second such car that is never claimed by a test: plate 沪B7T903, order number SHOW-0020. */
const SHOWN = { vin: "LSVAM4187C2184847", plate: "沪B7T903" };

/**
 * Puts life into the demo's garages: a second car, a co-driver, readings of the odometer, a claim that
 * waits for the desk, and cars with a history that nobody has claimed yet.
 */
export async function loadDemoCars(today: Day): Promise<void> {
  await importServiceOrders(bytesSource(new TextEncoder().encode(unclaimedOrders(today))), {
    fileName: "unclaimed-orders.csv",
    options: { letters: false },
  });
  const silver = await memberOf("silver@marque.test");
  const gold = await memberOf("gold@marque.test");
  const referrer = await memberOf("referrer@marque.test");

  await bring(silver, { plate: "沪AD83510", model: "海豚 荣耀版 420 km 自由型" });
  const [first] = await db().carHolding.findMany({
    where: { memberId: silver.memberId, endsAt: null },
    orderBy: { startsAt: "asc" },
  });
  const carId = first?.carId as number;
  await inviteCoDriver({ ...silver, carId, whom: "gold@marque.test" });
  const drive = await db().coDriver.findFirstOrThrow({ where: { memberId: gold.memberId } });
  await acceptInvitation({ memberId: gold.memberId, coDriverId: drive.id });
  for (const [daysAgo, km] of [
    [6, 91_900],
    [1, 92_140],
  ] as const) {
    await recordReading({ ...silver, carId, km, day: addDays(today, -daysAgo), sure: true });
  }

  const [golds] = await db().carHolding.findMany({
    where: { memberId: gold.memberId, endsAt: null },
    include: { car: true },
  });
  await inviteCoDriver({ ...gold, carId: golds?.carId as number, whom: "silver@marque.test" });
  // Somebody holds it already, and somebody's history is on file: both are for the desk.
  await bring(referrer, { plate: golds?.car.plate ?? null, model: "凯美瑞" });
  await bring(referrer, { plate: SHOWN.plate, model: "朗逸 Plus", asksDesk: true });
}

type DemoMember = { memberId: number; personId: number; accountId: number };

async function memberOf(email: string): Promise<DemoMember> {
  const member = await db().member.findFirstOrThrow({ where: { person: { email } } });
  return { memberId: member.id, personId: member.personId, accountId: Number(member.accountId) };
}

async function bring(whose: DemoMember, car: Partial<OwnCarRegistration>): Promise<void> {
  const answer = await registerOwnCar({
    memberId: whose.memberId,
    personId: whose.personId,
    vin: null,
    plate: null,
    model: null,
    orderNumber: null,
    replaces: null,
    ...car,
  });
  // A load that was cut short is taken up again.
  if (!answer.ok && answer.refusal !== "yours-already")
    throw new Error(`The demo's car was refused: ${answer.refusal}`);
}

function unclaimedOrders(today: Day): string {
  const row = (
    number: string,
    daysAgo: number,
    car: { vin: string; plate: string },
    model: string,
  ) =>
    [
      number,
      "湖畔一店",
      addDays(today, -daysAgo),
      car.vin,
      car.plate,
      model,
      40_000 - daysAgo * 30,
      "保养",
      "380.00",
      "820.00",
      "0.00",
      "1200.00",
      "微信",
      "",
    ].join(",");
  return [
    "order_number,store,settled_at,vin,plate,model,odometer,kind,labour,parts,discount,paid,payment,remark",
    ...UNCLAIMED.orders.map(({ number, daysAgo }) =>
      row(number, daysAgo, UNCLAIMED, "锐界 EcoBoost 245"),
    ),
    row("SHOW-0020", 20, SHOWN, "朗逸 Plus"),
    "",
  ].join("\n");
}

function numbered(prefix: string, daysAgo: number): string {
  return `${prefix}-${String(daysAgo).padStart(4, "0")}`;
}
