import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { rankShown } from "./award-points.server.ts";
import { type Entrant, publicName } from "./public-name.ts";

/** Whoever won something, as everybody may read it. */
export type Winner = {
  contest: InBoth;
  /** The key of the age group that was ranked by itself; null: all together. */
  bracket: string | null;
  /** Of the prize; null of a special award. */
  prize: number | null;
  rank: number;
  number: number;
  name: string | null;
};

type Row = Omit<Winner, "name" | "prize"> & {
  kind: string;
  prizeRank: number;
  entrant: Entrant | null;
  asked: string[];
};

/** The winners of an event's contests by the rankings that hold now, in one query. */
export async function loadWinners(on: Db, eventId: number): Promise<Winner[]> {
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`
    select jsonb_build_object('en', contest.title_en, 'zh', contest.title_zh) as contest, contest.kind,
      place.bracket, prize.rank as "prizeRank", place.rank, entry.number, event.plan->'consents' as asked,
      case when person.id is not null then jsonb_build_object('name', person.name, 'role', person.role,
        'consents', person.consents, 'hasLeft', account.closed_at is not null,
        'isAsked', exists (select from contest_name
          where contest_name.entry_id = entry.id and contest_name.named_by = member.person_id)) end as entrant
    from contest join event on event.id = contest.event_id
    join contest_ranking ranking on ranking.contest_id = contest.id and ranking.version = (
      select max(version) from contest_ranking latest where latest.contest_id = contest.id)
    join contest_place place on place.ranking_id = ranking.id
    join contest_prize prize on prize.id = place.prize_id
    join contest_entry entry on entry.id = place.entry_id
    left join registration_person person on person.id = entry.registration_person_id
    left join registration on registration.id = person.registration_id
    left join member on member.id = registration.member_id
    left join person account on account.id = member.person_id
    where contest.event_id = ${eventId} and contest.state = 'published'
    order by contest.position, contest.id, place.bracket, place.rank, entry.number`,
  );
  return rows.map(({ kind, prizeRank, entrant, asked, ...winner }) => ({
    ...winner,
    prize: rankShown({ kind }, prizeRank),
    name: publicName(entrant, asked),
  }));
}
