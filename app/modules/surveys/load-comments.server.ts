import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { BestThing, Score } from "./questions.ts";
import { ANSWERS_TO_SHOW } from "./results.ts";

/** What somebody wrote. */
export type Comment = {
  id: number;
  words: string;
  /** To the club's own question. */
  ownWords: string;
  /** Only of somebody who agreed to be named; of others neither their name nor their score goes with their words. */
  name: string | null;
  score: Score | null;
};

const LISTED = 30;

/** Whoever comes for a party: its member, or of a family that is not in the club the first grown-up. */
const NAME = Prisma.sql`coalesce(person.name, (select someone.name from registration_person someone
  where someone.registration_id = registration.id and someone.role = 'adult' order by someone.id limit 1))`;

/** Names are agreed to beside words: where there are none, or no longer, there is nothing to put one beside. */
const IS_NAMED = Prisma.sql`(answer.named and (answer.words <> '' or answer.own_words <> ''))`;

const WHO = Prisma.sql`
  left join registration on registration.id = answer.registration_id
  left join member on member.id = registration.member_id
  left join person on person.id = member.person_id`;

/**
 * What was written about an event, the latest first.
 *
 * @param before the last id of the page before.
 */
export async function loadComments(
  on: Db,
  eventId: number,
  before: number | null,
): Promise<{ comments: Comment[]; next: number | null }> {
  const rows = await queryRows<Comment>(
    on,
    Prisma.sql`
    select answer.id, answer.words, answer.own_words as "ownWords",
      case when ${IS_NAMED} then ${NAME} end as name, case when ${IS_NAMED} then answer.score end as score
    from survey_answer answer ${WHO}
    where answer.event_id = ${eventId} and (answer.words <> '' or answer.own_words <> '')
      and (${before === null}::boolean or answer.id < ${before ?? 0})
    order by answer.id desc limit ${LISTED + 1}`,
  );
  const comments = rows.slice(0, LISTED);
  return { comments, next: rows.length > LISTED ? (comments.at(-1)?.id ?? null) : null };
}

/** An answer as a line of the file: in no order of time, and of nobody who did not agree to be named. */
export type AnswerLine = {
  score: Score;
  best: BestThing[];
  recommends: number | null;
  words: string;
  ownWords: string;
  name: string | null;
};

/** All answers about an event; null while they are too few for anybody to read them one by one. */
export async function loadAnswerLines(on: Db, eventId: number): Promise<AnswerLine[] | null> {
  const lines = await queryRows<AnswerLine>(
    on,
    Prisma.sql`
    select answer.score, answer.best, answer.recommends, answer.words, answer.own_words as "ownWords",
      case when ${IS_NAMED} then ${NAME} end as name
    from survey_answer answer ${WHO}
    where answer.event_id = ${eventId}
    order by answer.score desc, answer.recommends desc nulls last, md5(answer.id::text)`,
  );
  return lines.length < ANSWERS_TO_SHOW ? null : lines;
}
