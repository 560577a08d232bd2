import { recordVisit } from "#app/modules/visits/record-visit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

/** Who is at the workshop on the day the demo is loaded. The keys stay: loaded twice they are still one. */
const VISITS = [
  {
    number: "M00090019",
    requestKey: "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1a01",
    odometerKm: 92_410,
    note: "空调异味，请检查滤芯 · Smell from the air conditioning",
  },
  {
    number: "M00090027",
    requestKey: "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1a02",
    odometerKm: null,
    note: null,
  },
] as const;

/** Records today's visits at the desk; their invoices have not come. */
export async function recordSampleVisits(today: Day): Promise<void> {
  const desk = await db().person.findUniqueOrThrow({ where: { email: "desk@marque.test" } });
  const store = await db().store.findFirstOrThrow({ orderBy: { id: "asc" } });
  for (const visit of VISITS) {
    const held = await db().carHolding.findFirstOrThrow({
      where: { endsAt: null, member: { number: visit.number } },
      orderBy: { startsAt: "asc" },
    });
    const answer = await recordVisit({
      ...visit,
      by: desk.id,
      address: "127.0.0.1",
      storeId: store.id,
      day: today,
      carId: held.carId,
      odometerSure: false,
      orderNumber: null,
      invoice: null,
    });
    if (!answer.ok) throw new Error(`The demo's visit was refused: ${answer.refusal}`);
  }
}
