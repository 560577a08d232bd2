import { loadClub } from "#app/modules/club/load-club.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { loadReadings } from "./load-readings.server.ts";
import { decideReading, type ReadingDecision } from "./odometer-reading.ts";

/** What a holder reads off their car. */
export type NewReading = {
  memberId: number;
  personId: number;
  accountId: number;
  carId: number;
  km: number;
  day: Day;
  /** They say that it is right although it does not go with what is on file. */
  sure: boolean;
};

export type RecordedReading =
  /** `points`: what it earned, 0 when the month's points are there already. */
  | { ok: true; points: number }
  | Exclude<ReadingDecision, { ok: true }>
  | { ok: false; refusal: "no-car" | "too-many" };

/** Of one car in one day: more is a game, not a log. */
const MOST_A_DAY = 10;

/**
 * Writes a reading into the log of a car that the member holds, and gives the month's points for it: so
 * many times a club month as the rules say, however many cars they have and however often they press. A
 * reading that was voided gave its turn back with its points.
 *
 * The same figure for the same day again changes nothing.
 */
export async function recordReading(reading: NewReading): Promise<RecordedReading> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const time = clubTime(timeZone);
  return inRetriedTransaction(async (db) => {
    const { memberId, carId, km, day } = reading;
    // Two cars' readings at once are counted one after the other.
    await takeTurns(db, "odometer", memberId);
    const [held] = await db.$queryRaw<{ now: Date; starts_at: Date; plate: string | null }[]>`
      select now(), holding.starts_at, car.plate
      from car_holding holding join car on car.id = holding.car_id
      where holding.car_id = ${carId} and holding.member_id = ${memberId} and holding.ends_at is null
      for update of car`;
    if (!held) return { ok: false, refusal: "no-car" };
    const logged = await loadReadings(db, memberId, carId);
    const log = logged.filter(({ voidReason }) => voidReason === null).reverse();
    if (log.some((each) => each.source !== "visit" && each.day === day && each.km === km)) {
      return { ok: true, points: 0 };
    }
    const today = time.dayOf(held.now);
    const decision = decideReading(reading, log, { today, heldSince: time.dayOf(held.starts_at) });
    if (!decision.ok) return decision;
    if (await isOverdone(db, reading, time.startOfDay(today))) {
      return { ok: false, refusal: "too-many" };
    }
    const { id } = await db.odometerReading.create({
      select: { id: true },
      data: {
        carId,
        memberId,
        km,
        readOn: new Date(day),
        source: "owner",
        recordedBy: reading.personId,
        createdAt: held.now,
      },
    });
    const { version, rules } = rulesAt(book, held.now);
    const about = held.plate ?? undefined;
    const points = await earnForReading(db, id, reading, {
      now: held.now,
      version,
      rules,
      time,
      about,
    });
    return { ok: true, points };
  });
}

async function isOverdone(
  db: Db,
  { memberId, carId }: NewReading,
  startOfToday: Date,
): Promise<boolean> {
  const where = { memberId, carId, createdAt: { gte: startOfToday } };
  return (await db.odometerReading.count({ where })) >= MOST_A_DAY;
}

/** The key names member, month and turn, so that the ledger itself would refuse to pay one twice. */
async function earnForReading(
  db: Db,
  readingId: number,
  { memberId, accountId }: NewReading,
  at: { now: Date; version: number; rules: ClubRules; time: ClubTime; about?: string },
): Promise<number> {
  const { now, version, rules, time, about } = at;
  const month = time.dayOf(now).slice(0, 7);
  const { odometerUpdate: points, odometerUpdatesPerMonth: most } = rules.otherEarning;
  const ofMonth = {
    memberId,
    source: "owner",
    createdAt: { gte: time.startOfDay(`${month}-01`) },
  };
  const paid = await db.odometerReading.count({
    where: { ...ofMonth, entryId: { not: null }, voidedAt: null },
  });
  if (paid >= most || points === 0) return 0;
  const turn = await db.odometerReading.count({ where: ofMonth });
  const { entryId } = await earnPoints(db, {
    scope: "odometer",
    key: `${memberId}/${month}/${turn}`,
    accountId,
    points,
    availableAt: now,
    lapsesAt: lapsesAt(now, rules.lapse.months, time),
    effectiveAt: now,
    meta: { for: "odometer", ruleVersion: version, ...(about ? { about } : {}) },
  });
  await db.odometerReading.update({ where: { id: readingId }, data: { entryId } });
  return points;
}
