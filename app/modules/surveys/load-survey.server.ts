import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { BestThing, Score, SurveyAnswer } from "./questions.ts";

/** What a party is asked about an event, and what it has said so far. */
export type PartySurvey = {
  registrationId: number;
  title: InBoth;
  startsAt: Date;
  /** A question of the club's own; null where there is none. */
  question: InBoth | null;
  /** For the first answer; 0 where there are none, or nobody to give them to. */
  points: number;
  /** The first instant at which nothing is taken any more. */
  closesAt: Date;
  isOpen: boolean;
  answer: (SurveyAnswer & { points: number }) | null;
};

type Row = Omit<PartySurvey, "question" | "answer"> & {
  questionEn: string;
  questionZh: string;
  score: Score | null;
  best: BestThing[] | null;
  recommends: number | null;
  words: string;
  ownWords: string;
  named: boolean;
  given: boolean;
};

const ROWS = (now: Date) => Prisma.sql`
  select ask.registration_id as "registrationId", event.plan->'title' as title, event.starts_at as "startsAt",
    survey.question_en as "questionEn", survey.question_zh as "questionZh",
    case when member.id is null then 0 else survey.points end as points, survey.closes_at as "closesAt",
    survey.closes_at > ${now} and event.state = 'published' as "isOpen",
    answer.score, answer.best, answer.recommends, coalesce(answer.words, '') as words,
    coalesce(answer.own_words, '') as "ownWords", coalesce(answer.named, false) as named,
    answer.points_entry_id is not null as given
  from survey_ask ask join survey on survey.event_id = ask.event_id
  join event on event.id = ask.event_id
  join registration on registration.id = ask.registration_id
  left join member on member.id = registration.member_id
  left join person on person.id = member.person_id
  left join survey_answer answer on answer.registration_id = ask.registration_id`;

/** What a party is asked; null of one that was not, or of somebody who has left the club. */
export async function loadPartySurvey(
  on: Db,
  registrationId: number,
  now = new Date(),
): Promise<PartySurvey | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`${ROWS(now)} where ask.registration_id = ${registrationId} and person.closed_at is null`,
  );
  return row ? read(row) : null;
}

/** As many as a page shows: the newest. */
const SHOWN = 60;

/** What a member was asked, the latest event first. */
export async function loadOwnSurveys(
  on: Db,
  memberId: number,
  now = new Date(),
): Promise<PartySurvey[]> {
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`${ROWS(now)} where registration.member_id = ${memberId}
      order by event.starts_at desc, ask.registration_id desc limit ${SHOWN}`,
  );
  return rows.map(read);
}

/** What a member was asked of one of their own parties; null where they were not. */
export async function loadOwnSurvey(
  on: Db,
  memberId: number,
  registrationId: number,
  now = new Date(),
): Promise<PartySurvey | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`${ROWS(now)}
      where ask.registration_id = ${registrationId} and registration.member_id = ${memberId}`,
  );
  return row ? read(row) : null;
}

function read({ questionEn, questionZh, score, best, given, ...row }: Row): PartySurvey {
  const { recommends, words, ownWords, named, ...survey } = row;
  return {
    ...survey,
    question: questionEn || questionZh ? { en: questionEn, zh: questionZh } : null,
    answer: score && {
      ...{ score, best: best ?? [], recommends, words, ownWords, named },
      points: given ? survey.points : 0,
    },
  };
}
