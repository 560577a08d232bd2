import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { surveyToken } from "./survey-token.server.ts";

/** A party that came and is not in the club: nobody could write to it. */
export type GuestLink = { registrationId: number; name: string; link: string; isAnswered: boolean };

/** As many as a gate takes in on a day. */
const MOST = 200;

/** The links by which those who came without a membership can answer. */
export async function loadGuestLinks(on: Db, eventId: number): Promise<GuestLink[]> {
  const rows = await queryRows<Omit<GuestLink, "link">>(
    on,
    Prisma.sql`
    select ask.registration_id as "registrationId", coalesce((select someone.name from registration_person someone
        where someone.registration_id = registration.id and someone.role = 'adult'
        order by someone.id limit 1), registration.code) as name,
      exists (select from survey_answer answer where answer.registration_id = ask.registration_id) as "isAnswered"
    from survey_ask ask join registration on registration.id = ask.registration_id
    where ask.event_id = ${eventId} and registration.member_id is null
    order by ask.registration_id limit ${MOST}`,
  );
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      link: `${appOrigin()}/survey/${await surveyToken(row.registrationId)}`,
    })),
  );
}
