import { Prisma } from "#app/generated.server/prisma/client.ts";
import { openTo } from "#app/modules/albums/visible-pictures-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";

/** What there is for a member's party of an event once its day is over. */
export type Keepsakes = {
  /** Somebody of it is in a contest that is not decided yet. */
  entries: boolean;
  /** Somebody of it took part in a contest whose ranking is public. */
  results: boolean;
  /** The slug of the event, where its album is open to them; null otherwise. */
  album: string | null;
  certificates: boolean;
  /** Points for saying how it was, where that can be said and was not; null otherwise. */
  surveyPoints: number | null;
};

/** Whether somebody of the row `registration` has a certificate that holds. */
export const HAS_CERTIFICATES = Prisma.sql`
  exists (select from certificate join registration_person someone on someone.id = certificate.person_id
    where someone.registration_id = registration.id and certificate.state = 'valid')`;

/** The points that the row `registration` can still have for saying how it was; null where it cannot, or did. */
export const surveyPoints = (now: Date): Prisma.Sql => Prisma.sql`
  (select survey.points from survey_ask ask join survey on survey.event_id = ask.event_id
    join event on event.id = ask.event_id and event.state = 'published'
    where ask.registration_id = registration.id and survey.closes_at > ${now}
      and not exists (select from survey_answer answer where answer.registration_id = ask.registration_id))`;

/** The keepsakes of one party of a member; nothing of anybody else's. */
export async function loadKeepsakes(
  on: Db,
  { registrationId, memberId }: { registrationId: number; memberId: number },
  now = new Date(),
): Promise<Keepsakes | null> {
  const [row] = await queryRows<Keepsakes>(
    on,
    Prisma.sql`
    select exists (select from contest_entry entry join contest on contest.id = entry.contest_id
        where entry.registration_id = registration.id and entry.state = 'in'
          and contest.state in ('open', 'closed')) as entries,
      exists (select from contest_entry entry join contest on contest.id = entry.contest_id
        where entry.registration_id = registration.id and contest.state = 'published') as results,
      (select event.slug from album join event on event.id = album.event_id
        where album.event_id = registration.event_id and ${openTo({ memberId })}) as album,
      ${HAS_CERTIFICATES} as certificates, ${surveyPoints(now)} as "surveyPoints"
    from registration
    where registration.id = ${registrationId} and registration.member_id = ${memberId}`,
  );
  return row ?? null;
}
