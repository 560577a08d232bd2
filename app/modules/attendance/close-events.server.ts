import { readPlan } from "#app/modules/events/plan.ts";
import { captureHold } from "#app/modules/ledger/capture-hold.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { delayEarlyAccess } from "#app/modules/parties/delay-early-access.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { CLOSES_AFTER_HOURS, closesBy, LEFT_ALONE_AFTER_DAYS } from "./closing.ts";
import { loadKeptMarks } from "./load-kept-marks.server.ts";
import { partiesThatCame, staysOf } from "./presence.ts";
import { type HeldEvent, settleComing, titleOf } from "./settle-coming.server.ts";

/** As many parties as are looked at in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Closes what is over: of the parties that had a place and did not come the deposit is kept, and early access is
 * delayed. Where nobody was marked at all, nobody checked in: then nothing is said of anybody. Done again, it finds
 * what is left; a party is closed once.
 *
 * @returns how many parties did not come.
 */
export async function closeEvents(now = new Date()): Promise<number> {
  const hour = 3_600_000;
  const endedBefore = new Date(now.getTime() - CLOSES_AFTER_HOURS * hour);
  const endedAfter = new Date(now.getTime() - LEFT_ALONE_AFTER_DAYS * 24 * hour);
  const due = await db().$queryRaw<{ id: number }[]>`
    select registration.id from event
    join registration on registration.event_id = event.id and registration.state = 'registered'
    where event.state = 'published' and event.ends_at <= ${endedBefore} and event.ends_at > ${endedAfter}
      and exists (select from attendance_outcome came where came.event_id = event.id and came.outcome = 'came')
      and not exists (select from attendance_outcome outcome where outcome.registration_id = registration.id)
    order by registration.id limit ${AT_ONCE}`;
  return eachByItself(due, "a party of an event could not be closed", (id) => closeParty(id, now));
}

type Party = {
  eventId: number;
  state: string;
  plan: unknown;
  memberId: number | null;
  holdId: bigint | null;
};

function closeParty(registrationId: number, now: Date): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const party = await lockWithEvent(tx, registrationId);
    if (!party) return false;
    const event: HeldEvent = { id: party.eventId, plan: readPlan(party.plan) };
    const marks = await loadKeptMarks(tx, event.id, [registrationId]);
    if (partiesThatCame(staysOf(marks)).has(registrationId)) {
      await settleComing(tx, event, [registrationId], now);
      return false;
    }
    const endsAt = event.plan.endsAt;
    // The event may have been moved meanwhile.
    if (!closesBy({ state: party.state, endsAt }, now)) return false;
    const made = await tx.attendanceOutcome.createMany({
      data: { registrationId, eventId: event.id, outcome: "no-show", createdAt: now },
      skipDuplicates: true,
    });
    if (made.count === 0) return false;
    if (party.holdId !== null) await keepDeposit(tx, event, registrationId, party.holdId, now);
    if (party.memberId !== null) {
      const { memberId } = party;
      await delayEarlyAccess(tx, { memberId, registrationId, why: "no-show", now });
    }
    return true;
  });
}

/** The event is locked first, so that no party is cancelled meanwhile; null for one that has no place any more. */
async function lockWithEvent(tx: Db, registrationId: number): Promise<Party | null> {
  const [event] = await tx.$queryRaw<{ eventId: number; state: string; plan: unknown }[]>`
    select id as "eventId", state, plan from event
    where id = (select event_id from registration where id = ${registrationId}) for share`;
  const party = await tx.registration.findFirst({
    where: { id: registrationId, state: "registered" },
    select: { memberId: true, holdId: true },
  });
  return event && party ? { ...event, ...party } : null;
}

async function keepDeposit(
  tx: Db,
  event: HeldEvent,
  registrationId: number,
  holdId: bigint,
  now: Date,
): Promise<void> {
  const kept = await captureHold(
    tx,
    {
      scope: "event",
      key: `deposit-kept/${registrationId}`,
      holdId: toPoints(holdId),
      meta: { for: "deposit", eventId: event.id, title: titleOf(event.plan) },
    },
    now,
  );
  // A hold that ended by itself cannot be kept any more: its points are free.
  if (!kept.ok) return;
  await tx.attendanceOutcome.update({
    where: { registrationId },
    data: { deposit: "kept", depositEntryId: kept.entryId },
  });
}
