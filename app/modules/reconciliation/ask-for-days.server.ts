import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  dateOf,
  daysToAskFor,
  lastClosedDay,
  MOST_DAYS_BACK,
  readDate,
} from "./reconciliation-day.ts";

/**
 * Asks for every day that is over and was not read yet, since the club first asked Stripe for money: done every hour.
 * A day that could not be read is asked for again.
 */
export async function askForDays(now: Date = new Date()): Promise<void> {
  if (!stripe()) return;
  const time = clubTime((await loadClub()).timeZone);
  await inRetriedTransaction(async (tx) => {
    await takeTurns(tx, "reconciliation");
    const first = await tx.paymentCheckout.aggregate({ _min: { createdAt: true } });
    if (first._min.createdAt === null) return;
    const known = await tx.reconciliationDay.findMany({ select: { day: true } });
    const days = daysToAskFor(
      time.dayOf(first._min.createdAt),
      lastClosedDay(time, now),
      new Set(known.map(({ day }) => readDate(day))),
    );
    for (const day of days) await add(tx, day);
    for (const day of await unreadDays(tx)) await enqueueDay(tx, day);
  });
}

export type AskAnswer =
  | { ok: true }
  /** `not-online`: there is no account at Stripe. `not-over`: the day is not over, or lies too far back. */
  | { ok: false; refusal: "not-online" | "not-over" };

/** Asks for one day now, whether or not it was read before: somebody of finance wants to know. */
export async function askForDay(
  day: Day,
  actor: Actor,
  now: Date = new Date(),
): Promise<AskAnswer> {
  if (!stripe()) return { ok: false, refusal: "not-online" };
  const time = clubTime((await loadClub()).timeZone);
  const last = lastClosedDay(time, now);
  if (day > last || day < addDays(last, -MOST_DAYS_BACK)) {
    return { ok: false, refusal: "not-over" };
  }
  await inRetriedTransaction(async (tx) => {
    await takeTurns(tx, "reconciliation");
    await add(tx, day);
    await askAgain(tx, day);
    await enqueueDay(tx, day);
    await writeAudit(tx, {
      personId: actor.by,
      action: "reconciliation.asked",
      subject: `reconciliation:${day}`,
      address: actor.address,
    });
  });
  return { ok: true };
}

/** A day begins where the one before it ended, also where the club's time zone has changed in between. */
async function add(tx: Db, day: Day): Promise<void> {
  const time = clubTime((await loadClub(tx)).timeZone);
  const beside = await tx.reconciliationDay.findMany({
    where: { day: { in: [dateOf(addDays(day, -1)), dateOf(addDays(day, 1))] } },
    select: { day: true, startsAt: true, endsAt: true },
  });
  const before = beside.find((each) => readDate(each.day) < day);
  const after = beside.find((each) => readDate(each.day) > day);
  await tx.reconciliationDay.createMany({
    data: [
      {
        day: dateOf(day),
        startsAt: before?.endsAt ?? time.startOfDay(day),
        endsAt: after?.startsAt ?? time.endOfDay(day),
      },
    ],
    skipDuplicates: true,
  });
}

/** From its first page; whoever is at a later one of it finds that it is no longer there. */
async function askAgain(tx: Db, day: Day): Promise<void> {
  await tx.reconciliationDay.update({
    where: { day: dateOf(day) },
    data: { askedAt: new Date(), cursor: null, listedAt: null },
  });
  await tx.stripePayout.updateMany({
    where: { day: dateOf(day) },
    data: { cursor: null, listedAt: null },
  });
}

async function unreadDays(tx: Db): Promise<Day[]> {
  const rows = await tx.$queryRaw<{ day: Date }[]>`
    select day from reconciliation_day where read_at is null or read_at < asked_at order by day`;
  return rows.map(({ day }) => readDate(day));
}

const enqueueDay = (tx: Db, day: Day) =>
  enqueue(tx, "reconcile-day", { day }, { jobKey: `reconcile-day:${day}` });

/** Whether a day was asked for and is not read. */
export const isUnread = ({ readAt, askedAt }: { readAt: Date | null; askedAt: Date }): boolean =>
  readAt === null || readAt < askedAt;

/** The day as it was asked for; null where nobody has. */
export const findDay = (day: Day) =>
  db().reconciliationDay.findUnique({ where: { day: dateOf(day) } });
