import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/**
 * Sets the club's own question about an event, or takes it away. One that somebody has answered stays as it is: their
 * words are about it.
 *
 * @returns `answered` where it stays; `no-such-event` of one that was never published or is cancelled.
 */
export const setQuestion = (
  eventId: number,
  { questionEn, questionZh }: { questionEn: string; questionZh: string },
  { by, address }: Actor,
): Promise<"set" | "answered" | "no-such-event"> =>
  inRetriedTransaction(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId, state: "published" } });
    if (!event) return "no-such-event";
    await tx.survey.createMany({ data: { eventId }, skipDuplicates: true });
    // Whoever answers now has their words kept before or after this.
    await tx.$queryRaw`select from survey where event_id = ${eventId} for update`;
    const answered = await tx.surveyAnswer.findFirst({
      where: { eventId, NOT: { ownWords: "" } },
      select: { id: true },
    });
    if (answered) return "answered";
    await tx.survey.update({ where: { eventId }, data: { questionEn, questionZh } });
    await writeAudit(tx, {
      ...{ personId: by, action: "survey.question-set", subject: `event:${eventId}`, address },
      detail: { question: questionEn || questionZh },
    });
    return "set";
  });
