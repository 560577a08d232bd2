import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Score } from "./questions.ts";
import { type AnswerGroup, resultsOf, type SurveyResults } from "./results.ts";

/** A survey as staff see it. */
export type EventSurvey = {
  eventId: number;
  title: InBoth;
  startsAt: Date;
  state: "published" | "cancelled";
  /** The club's own question; both empty where there is none. */
  question: InBoth;
  /** Somebody has answered it, so it stays. */
  questionAnswered: boolean;
  /** Null until the first party was asked. */
  closesAt: Date | null;
  results: SurveyResults;
};

type Row = Omit<EventSurvey, "results" | "question"> & {
  questionEn: string;
  questionZh: string;
  asked: number;
  groups: AnswerGroup[] | null;
  best: Record<string, number> | null;
};

/** What came of asking about an event; null of one that was never published. */
export async function loadResults(on: Db, eventId: number): Promise<EventSurvey | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.id as "eventId", event.plan->'title' as title, event.starts_at as "startsAt", event.state,
      coalesce(survey.question_en, '') as "questionEn", coalesce(survey.question_zh, '') as "questionZh",
      survey.closes_at as "closesAt",
      exists (select from survey_answer where event_id = event.id and own_words <> '') as "questionAnswered",
      (select count(*)::int from survey_ask where event_id = event.id) as asked,
      (select jsonb_agg(alike) from (
        select score, recommends, tier, is_first as "isFirst", count(*) from survey_answer
        where event_id = event.id group by 1, 2, 3, 4) alike) as groups,
      (select jsonb_object_agg(thing, count) from (
        select thing, count(*) from survey_answer, unnest(best) thing
        where event_id = event.id group by thing) liked) as best
    from event left join survey on survey.event_id = event.id
    where event.id = ${eventId} and event.state <> 'draft'`,
  );
  if (!row) return null;
  const { questionEn, questionZh, asked, groups, best, ...survey } = row;
  return {
    ...survey,
    question: { en: questionEn, zh: questionZh },
    results: resultsOf(asked, groups ?? [], new Map(Object.entries(best ?? {}))),
  };
}

/** How those who came liked an event, for whoever reports about it. */
export type Satisfaction = Pick<SurveyResults, "asked" | "answered" | "figures" | "recommends"> & {
  /** The first instant at which nothing is answered any more. */
  closesAt: Date;
};

/**
 * How those who came liked some events, in one query, by their ids; those about which nobody was asked are left out.
 * Figures are null while too few have answered.
 */
export async function loadSatisfactions(
  on: Db,
  eventIds: readonly number[],
): Promise<Map<number, Satisfaction>> {
  const rows = await queryRows<{
    eventId: number;
    closesAt: Date;
    asked: number;
    groups: Pick<AnswerGroup, "score" | "recommends" | "count">[] | null;
  }>(
    on,
    Prisma.sql`
    select survey.event_id as "eventId", survey.closes_at as "closesAt",
      (select count(*)::int from survey_ask where event_id = survey.event_id) as asked,
      (select jsonb_agg(alike) from (
        select score, recommends, count(*) from survey_answer
        where event_id = survey.event_id group by 1, 2) alike) as groups
    from survey where survey.event_id = any(${eventIds}::int[]) and survey.opened_at is not null`,
  );
  return new Map(
    rows
      .filter(({ asked }) => asked > 0)
      .map(({ eventId, closesAt, asked, groups }) => {
        const given = (groups ?? []).map((group) => ({ ...group, tier: null, isFirst: null }));
        const { answered, figures, recommends } = resultsOf(asked, given, new Map());
        return [eventId, { asked, answered, figures, recommends, closesAt }];
      }),
  );
}

/** A line of the list of surveys. */
export type ListedSurvey = {
  eventId: number;
  title: InBoth;
  startsAt: Date;
  asked: number;
  answered: number;
  /** Of the scores, from 1 to 5; null while too few have answered. */
  average: number | null;
};

export type SurveyCursor = { at: Date; id: number };

const LISTED = 30;

/** Events about which somebody was asked, the latest first; `next` where there are more. */
export async function listSurveys(
  on: Db,
  after: SurveyCursor | null,
): Promise<{ surveys: ListedSurvey[]; next: SurveyCursor | null }> {
  const rows = await queryRows<
    Omit<ListedSurvey, "answered" | "average"> & { scores: Record<string, number> | null }
  >(
    on,
    Prisma.sql`
    select event.id as "eventId", event.plan->'title' as title, event.starts_at as "startsAt",
      (select count(*)::int from survey_ask where event_id = event.id) as asked,
      (select jsonb_object_agg(score, count) from (
        select score, count(*) from survey_answer where event_id = event.id group by score) given) as scores
    from survey join event on event.id = survey.event_id
    where survey.opened_at is not null
      and (${after === null}::boolean or (event.starts_at, event.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::int))
    order by event.starts_at desc, event.id desc limit ${LISTED + 1}`,
  );
  const shown = rows.slice(0, LISTED);
  const last = rows.length > LISTED ? shown.at(-1) : undefined;
  return {
    surveys: shown.map(({ scores, ...survey }) => {
      const { answered, figures } = resultsOf(survey.asked, groupsOf(scores ?? {}), new Map());
      return { ...survey, answered, average: figures?.average ?? null };
    }),
    next: last ? { at: last.startsAt, id: last.eventId } : null,
  };
}

const groupsOf = (given: Record<string, number>): AnswerGroup[] =>
  Object.entries(given).map(([score, count]) => ({
    score: Number(score) as Score,
    ...{ recommends: null, tier: null, isFirst: null, count },
  }));
