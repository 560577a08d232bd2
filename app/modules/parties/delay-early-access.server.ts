import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type DelayReason, EARLY_ACCESS_DELAY_DAYS } from "./early-access.ts";

export type Delay = { memberId: number; registrationId: number; why: DelayReason; now: Date };

/**
 * Delays a member's early access (product.md, "No-shows"), once for a party, and tells them until when and how to
 * object. The day on which it ends is whole: it ends with the club's midnight after it.
 */
export async function delayEarlyAccess(tx: Db, delay: Delay): Promise<void> {
  const { memberId, registrationId, why, now } = delay;
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const through = addDays(time.dayOf(now), EARLY_ACCESS_DELAY_DAYS);
  const made = await tx.earlyAccessDelay.createMany({
    data: { memberId, registrationId, why, until: time.endOfDay(through), createdAt: now },
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  const { event, member } = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      event: { select: { plan: true } },
      member: { select: { person: { select: READER } } },
    },
  });
  if (!member) return;
  const { title } = readPlan(event.plan);
  await writeLetterTo(tx, member.person, {
    template: "early-access-delayed",
    props: { registrationId, titleEn: title.en, titleZh: title.zh, why, through },
    dedupKey: `early-access-delayed:${registrationId}`,
  });
}

/** Whether something delays the early access of the row `member` at that instant. */
export const isDelayed = (now: Date | null): Prisma.Sql => Prisma.sql`exists (
  select from early_access_delay delay
  where delay.member_id = member.id and delay.until > coalesce(${now}::timestamptz, now())
    and (delay.answer is null or delay.answer = 'stays'))`;
