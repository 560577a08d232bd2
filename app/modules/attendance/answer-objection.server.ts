import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { answerObjectionIn } from "#app/modules/parties/object-to-delay.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { titleOf } from "./settle-coming.server.ts";

export type ObjectionAnswer = { delayId: number; answer: "withdrawn" | "stays"; note: string };

/**
 * Answers an objection, once, and tells its member. Where it is taken back, a deposit that was kept comes back too.
 *
 * @returns false where there is no objection to answer, or a colleague was faster.
 */
export function answerObjection(
  { delayId, answer, note }: ObjectionAnswer,
  { by, address }: Actor,
  now = new Date(),
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const delay = await answerObjectionIn(tx, { delayId, answer, note, by, now });
    if (!delay) return false;
    const party = await tx.registration.findUniqueOrThrow({
      where: { id: delay.registrationId },
      select: {
        event: { select: { id: true, plan: true } },
        member: { select: { number: true, person: { select: READER } } },
      },
    });
    const plan = readPlan(party.event.plan);
    if (answer === "withdrawn") await excuse(tx, delay.registrationId, titleOf(plan), by, now);
    const { timeZone } = await loadClub(tx);
    const through = clubTime(timeZone).dayOf(new Date(delay.until.getTime() - 1));
    if (party.member) {
      await writeLetterTo(tx, party.member.person, {
        template: "early-access-answered",
        props: { titleEn: plan.title.en, titleZh: plan.title.zh, answer, note, through },
        dedupKey: `early-access-answered:${delayId}`,
      });
    }
    await writeAudit(tx, {
      personId: by,
      action: answer === "withdrawn" ? "early-access.given-back" : "early-access.kept-back",
      subject: party.member ? `member:${party.member.number}` : `event:${party.event.id}`,
      detail: { event: titleOf(plan), note },
      address,
    });
    return true;
  });
}

/** They were not there, and nothing follows from it any more. */
async function excuse(tx: Db, registrationId: number, title: string, by: number, now: Date) {
  const outcome = await tx.attendanceOutcome.findUnique({ where: { registrationId } });
  if (outcome?.outcome !== "no-show") return;
  const { depositEntryId } = outcome;
  const back =
    depositEntryId === null
      ? null
      : await cancelSpend(
          tx,
          {
            scope: "event",
            key: `deposit-excused/${registrationId}`,
            entryId: toPoints(depositEntryId),
            meta: { for: "cancellation", reason: "no-show-excused", by, title },
          },
          now,
        );
  await tx.attendanceOutcome.update({
    where: { registrationId },
    data: { outcome: "excused", changedAt: now, ...(back?.ok && { deposit: "returned" }) },
  });
}
