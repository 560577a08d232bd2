import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import {
  type AnsweredDelay,
  answerObjectionIn,
} from "#app/modules/parties/object-to-delay.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { type Back, giveBackKept } from "#app/modules/registrations/give-back.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { titleOf } from "./settle-coming.server.ts";

export type ObjectionAnswer = { delayId: number; answer: "withdrawn" | "stays"; note: string };

/**
 * Answers an objection, once, and tells its member. Where it is taken back, what was kept for it comes back too.
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
    const back = answer === "withdrawn" && (await excuse(tx, delay, titleOf(plan), { by, now }));
    const { timeZone } = await loadClub(tx);
    const through = clubTime(timeZone).dayOf(new Date(delay.until.getTime() - 1));
    if (party.member) {
      await writeLetterTo(tx, party.member.person, {
        template: "early-access-answered",
        props: {
          titleEn: plan.title.en,
          titleZh: plan.title.zh,
          answer,
          note,
          through,
          back: back || null,
        },
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

/**
 * They were not there, or cancelled late, and nothing follows from it any more: what was kept for it comes back.
 *
 * @returns what came back.
 */
async function excuse(
  tx: Db,
  { registrationId, why }: AnsweredDelay,
  title: string,
  { by, now }: { by: number; now: Date },
): Promise<Back> {
  if (why === "late-cancellation") return giveBackKept(tx, registrationId, { by, now });
  const outcome = await tx.attendanceOutcome.findUnique({ where: { registrationId } });
  if (outcome?.outcome !== "no-show") return null;
  const { depositEntryId } = outcome;
  const { rules } = rulesAt(await loadRuleBook(tx), now);
  const back =
    depositEntryId === null
      ? null
      : await cancelSpend(
          tx,
          {
            scope: "event",
            key: `deposit-excused/${registrationId}`,
            entryId: toPoints(depositEntryId),
            graceDays: rules.lapse.graceLotDays,
            meta: { for: "cancellation", reason: "no-show-excused", by, title },
          },
          now,
        );
  await tx.attendanceOutcome.update({
    where: { registrationId },
    data: { outcome: "excused", changedAt: now, ...(back?.ok && { deposit: "returned" }) },
  });
  return back?.ok ? "returned" : null;
}
