import type { EventPlan } from "#app/modules/events/plan.ts";
import { type ImpactUnit, unitInWords } from "#app/modules/impact-units/impact-unit.ts";
import { addImpactUnit } from "#app/modules/impact-units/keep-impact-unit.server.ts";
import { loadImpactUnits } from "#app/modules/impact-units/load-impact-units.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Per } from "./who-came.ts";

/** What an event counts. */
export type EventImpact = {
  unit: ImpactUnit;
  per: Per;
  pointsPerUnit: number;
  /** What is counted in all, in tenths. */
  amount: number;
  /** How many parties, or people, are counted. */
  counted: number;
  /** Something is counted already, and the event has been changed to count otherwise: what is counted stays. */
  isOtherwise: boolean;
};

type Kept = { unitId: number; per: string; amount: bigint; counted: number } | null;

/**
 * What an event counts: as it says, or as long as something is counted, as that was counted. Points are for what the
 * event says alone: null where it says something else.
 *
 * @returns null where it counts nothing. A unit of words that nobody has counted yet has the id 0.
 */
export async function impactOf(
  on: Db,
  plan: Pick<EventPlan, "impact">,
  kept: Kept,
): Promise<EventImpact | null> {
  const units = await loadImpactUnits(on);
  const said = plan.impact && saidIn(units, plan.impact);
  const unit = kept && kept.counted > 0 ? units.find(({ id }) => id === kept.unitId) : undefined;
  if (!unit || !kept) {
    if (!plan.impact || !said) return null;
    const { per, pointsPerUnit } = plan.impact;
    return { unit: said, per, pointsPerUnit, amount: 0, counted: 0, isOtherwise: false };
  }
  const isOtherwise = said?.id !== unit.id || plan.impact?.per !== kept.per;
  return {
    unit,
    per: kept.per as Per,
    pointsPerUnit: plan.impact?.pointsPerUnit ?? 0,
    amount: Number(kept.amount),
    counted: kept.counted,
    isOtherwise,
  };
}

function saidIn(
  units: readonly ImpactUnit[],
  { key, unit: { en: many, zh }, one }: NonNullable<EventPlan["impact"]>,
): ImpactUnit {
  const known = units.find((unit) => unit.key === key) ?? unitInWords(units, { many, zh });
  return known ?? { id: 0, key: "", one, many, zh, wholeOnly: false };
}

/**
 * Locks what an event counts, so that whoever counts for it does so in turn; the event's row is locked before.
 *
 * @returns null where it counts nothing.
 */
export async function lockImpact(
  tx: Db,
  eventId: number,
  plan: Pick<EventPlan, "impact">,
): Promise<EventImpact | null> {
  // Read by what locks it: a row that another puts in a moment later would be seen by a second query, and not be locked.
  const [kept = null] = await tx.$queryRaw<NonNullable<Kept>[]>`
    select unit_id as "unitId", per, amount, counted from impact_event
    where event_id = ${eventId} for update`;
  const impact = await impactOf(tx, plan, kept);
  if (!impact) return null;
  const unit = impact.unit.id === 0 ? await addImpactUnit(tx, impact.unit, null) : impact.unit;
  if (!kept) {
    // Of two who count first, the second waits here, and finds what the first has done when it does all this again.
    await tx.impactEvent.create({ data: { eventId, unitId: unit.id, per: impact.per } });
  } else if (kept.unitId !== unit.id || kept.per !== impact.per) {
    await tx.impactEvent.update({
      where: { eventId },
      data: { unitId: unit.id, per: impact.per },
    });
  }
  return { ...impact, unit };
}

/** Sums anew what an event has counted. It is locked. */
export const sumImpact = (tx: Db, eventId: number, now: Date) => tx.$executeRaw`
  update impact_event set changed_at = ${now},
    (amount, counted) = (select coalesce(sum(count.amount), 0), count(count.amount)
      from impact_count count where count.event_id = ${eventId})
  where event_id = ${eventId}`;
