import { loadClub } from "#app/modules/club/load-club.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { isGoldMember } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { SurveyAnswer } from "./questions.ts";

export type AnswerGiven =
  /** `points`: given now, for the first answer; 0 where there are none, or they were given before. */
  | { ok: true; points: number }
  | {
      ok: false;
      /** `not-asked`: no such party, or nobody's any more; `no-score`: how it was must be said first. */
      refusal: "not-asked" | "closed" | "no-score";
    };

type Asked = {
  eventId: number;
  title: string;
  memberId: number | null;
  accountId: bigint | null;
  points: number;
  /** By the rules of which the points were promised. */
  openedAt: Date;
  isOpen: boolean;
};

/**
 * Writes down what a party says of an event, or changes it: what is not said stays as it was. The first answer brings
 * its member points, once for an event, as they were promised when the first party was asked.
 *
 * @param memberId whose party it has to be, where somebody is signed in; null for whoever has its link.
 */
export const giveAnswer = (
  {
    registrationId,
    memberId,
    said,
  }: { registrationId: number; memberId: number | null; said: Partial<SurveyAnswer> },
  now = new Date(),
): Promise<AnswerGiven> =>
  inRetriedTransaction<AnswerGiven>(async (tx) => {
    const asked = await lockAsk(tx, registrationId, now);
    if (!asked || (memberId !== null && memberId !== asked.memberId)) {
      return { ok: false, refusal: "not-asked" };
    }
    if (!asked.isOpen) return { ok: false, refusal: "closed" };
    const { count } = await tx.surveyAnswer.updateMany({
      where: { registrationId },
      data: { ...said, changedAt: now },
    });
    if (count > 0) return { ok: true, points: 0 };
    const { score } = said;
    if (score === undefined) return { ok: false, refusal: "no-score" };
    const entryId = await givePoints(tx, asked, now);
    await tx.surveyAnswer.create({
      data: {
        ...said,
        ...{ score, registrationId, eventId: asked.eventId },
        ...(await standingOf(tx, asked, now)),
        ...{ pointsEntryId: entryId, createdAt: now },
      },
    });
    return { ok: true, points: entryId === null ? 0 : asked.points };
  });

/** Answers of one party wait for one another; null of whoever was not asked, or has left the club. */
async function lockAsk(tx: Db, registrationId: number, now: Date): Promise<Asked | null> {
  const [asked] = await tx.$queryRaw<Asked[]>`
    select ask.event_id as "eventId", registration.member_id as "memberId", member.account_id as "accountId",
      coalesce(nullif(event.plan->'title'->>'en', ''), event.plan->'title'->>'zh') as title,
      survey.points, survey.opened_at as "openedAt",
      survey.closes_at > ${now} and event.state = 'published' as "isOpen"
    from survey_ask ask join survey on survey.event_id = ask.event_id
    join event on event.id = ask.event_id
    join registration on registration.id = ask.registration_id
    left join member on member.id = registration.member_id
    left join person on person.id = member.person_id
    where ask.registration_id = ${registrationId} and person.closed_at is null
    for update of ask for share of survey`;
  return asked ?? null;
}

async function givePoints(tx: Db, asked: Asked, now: Date): Promise<number | null> {
  const { eventId, memberId, accountId, points, openedAt } = asked;
  if (accountId === null || points === 0) return null;
  const { timeZone } = await loadClub(tx);
  const { version, rules } = rulesAt(await loadRuleBook(tx), openedAt);
  const { entryId, replayed } = await earnPoints(
    tx,
    {
      ...{ scope: "survey", key: `${eventId}/${memberId}`, accountId: toPoints(accountId), points },
      availableAt: now,
      lapsesAt: lapsesAt(now, rules.lapse.months, clubTime(timeZone)),
      effectiveAt: now,
      meta: { for: "survey", ruleVersion: version, about: asked.title },
    },
    now,
  );
  return replayed ? null : entryId;
}

/** Who says it, without who it is: what results can be told apart by. */
async function standingOf(tx: Db, { eventId, memberId }: Asked, now: Date) {
  if (memberId === null) return { tier: null, isFirst: null };
  const isGold = await isGoldMember(tx, memberId, now);
  const before = await tx.attendanceOutcome.findFirst({
    where: { outcome: "came", registration: { memberId }, NOT: { eventId } },
    select: { registrationId: true },
  });
  return { tier: isGold ? "gold" : "silver", isFirst: before === null };
}
