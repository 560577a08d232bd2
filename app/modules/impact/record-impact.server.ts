import type { Actor } from "#app/modules/access/actor.ts";
import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import type { HeldEvent } from "#app/modules/attendance/settle-coming.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isReason } from "#app/platform/reason.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type EventImpact, lockImpact, sumImpact } from "./impact-of-event.server.ts";
import { judgeCounts, type KeptCount, NOTHING_COUNTED, type TypedCount } from "./judge-counts.ts";
import { loadPartiesOfDay } from "./load-parties-of-day.server.ts";
import { settlePoints } from "./settle-points.server.ts";
import { type CountOf, countsOf, nameOfCount, whoCame } from "./who-came.ts";

export type ImpactRecord = {
  eventId: number;
  /** What was typed; or the same for all others who came and are not counted yet, in tenths. */
  counts: TypedCount[] | { sameForAll: number; typed?: TypedCount[] };
  /** Why what was counted is changed; empty where nothing was. */
  reason: string;
};

export type ImpactRecorded =
  /** How many counts were changed. */
  | { ok: true; changed: number }
  /** "overtaken": somebody else changed some of them meanwhile. "not-come": nobody marked that they came. */
  | { ok: false; refusal: "overtaken" | "not-come"; counts: string[] }
  | { ok: false; refusal: "no-event" | "counts-nothing" | "whole-only" | "reason" };

/**
 * Keeps what was done together at an event, of those who came, and settles their points. What is kept already is left
 * as it is, so a form may be sent again; what another changed since the form was made is not written over, and then
 * nothing of it is kept.
 */
export function recordImpact(
  { eventId, counts, reason }: ImpactRecord,
  actor: Actor,
  now = new Date(),
): Promise<ImpactRecorded> {
  return inRetriedTransaction<ImpactRecorded>(async (tx, rollBack) => {
    const event = await lockEvent(tx, eventId);
    if (!event) return { ok: false, refusal: "no-event" };
    const impact = await lockImpact(tx, eventId, event.plan);
    if (!impact) return { ok: false, refusal: "counts-nothing" };
    const stays = staysOf(await loadKeptMarks(tx, eventId));
    const countable = countsOf(whoCame(stays, await loadPartiesOfDay(tx, eventId)), impact.per);
    const kept = await loadCounts(tx, eventId);
    const typed = "sameForAll" in counts ? sameForAll(countable, kept, counts) : counts;
    const judged = judgeCounts(typed, kept, new Set(countable.map(nameOfCount)));
    const no = (refusal: "overtaken" | "not-come", some: TypedCount[]) =>
      rollBack({ ok: false, refusal, counts: some.map(nameOfCount) });
    if (judged.strangers.length > 0) return no("not-come", judged.strangers);
    if (judged.overtaken.length > 0) return no("overtaken", judged.overtaken);
    const { changes } = judged;
    if (impact.unit.wholeOnly && changes.some(({ amount }) => (amount ?? 0) % 10 > 0)) {
      return rollBack({ ok: false, refusal: "whole-only" });
    }
    if (judged.corrects && !isReason(reason)) return rollBack({ ok: false, refusal: "reason" });
    if (changes.length > 0) {
      await keepCounts(tx, { eventId, changes, reason }, actor, now);
      await sumImpact(tx, eventId, now);
      await audit(tx, eventId, impact, changes.length, actor);
    }
    await settlePoints(tx, event, impact, actor.by, now);
    return { ok: true, changed: changes.length };
  });
}

/** Shared, as those have it who check in: what parties the event has stays as it is meanwhile. */
async function lockEvent(tx: Db, eventId: number): Promise<HeldEvent | null> {
  const [event] = await tx.$queryRaw<{ plan: unknown }[]>`
    select plan from event where id = ${eventId} and state = 'published' for share`;
  return event ? { id: eventId, plan: readPlan(event.plan) } : null;
}

async function loadCounts(tx: Db, eventId: number): Promise<Map<string, KeptCount>> {
  const rows = await tx.impactCount.findMany({ where: { eventId } });
  return new Map(rows.map((row) => [nameOfCount(row), row]));
}

/** What was typed of some stands; it is the others who get the same. */
function sameForAll(
  countable: readonly CountOf[],
  kept: ReadonlyMap<string, KeptCount>,
  { sameForAll: amount, typed = [] }: { sameForAll: number; typed?: TypedCount[] },
): TypedCount[] {
  const isTyped = new Set(typed.filter((count) => count.amount !== null).map(nameOfCount));
  const same = countable.flatMap((of) => {
    const seen = kept.get(nameOfCount(of)) ?? NOTHING_COUNTED;
    return seen.amount === null && !isTyped.has(nameOfCount(of)) ? [{ ...of, amount, seen }] : [];
  });
  return [...typed, ...same];
}

type Changes = { eventId: number; changes: readonly TypedCount[]; reason: string };

async function keepCounts(
  tx: Db,
  { eventId, changes, reason }: Changes,
  { by }: Actor,
  now: Date,
): Promise<void> {
  const rows = changes.map(({ registrationId, personId, amount }) => ({
    ...{ registration_id: registrationId, person_id: personId, amount },
  }));
  await tx.$executeRaw`
    with changed as (
      insert into impact_count as kept (event_id, registration_id, person_id, amount)
      select ${eventId}, registration_id, person_id, amount
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as typed (registration_id int, person_id int, amount int)
      on conflict (registration_id, person_id)
        do update set amount = excluded.amount, version = kept.version + 1
      returning id, version, amount)
    insert into impact_step (count_id, version, amount, reason, by, at)
    select id, version, amount, case when version > 1 then nullif(${reason}, '') end, ${by}, ${now}
    from changed`;
}

const audit = (
  tx: Db,
  eventId: number,
  { unit }: EventImpact,
  changed: number,
  { by, address }: Actor,
) =>
  writeAudit(tx, {
    personId: by,
    action: "impact.recorded",
    subject: `event:${eventId}`,
    detail: { counted: unit.many || unit.zh, count: changed },
    address,
  });
