import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { ConsentingChild, ConsentLine } from "./child-consent.ts";
import { childAgrees } from "./consent-sql.server.ts";

type Row = Omit<ConsentingChild, "agreed" | "history"> & {
  photographs: boolean;
  artwork: boolean;
  history: (Omit<ConsentLine, "at"> & { at: string })[];
};

/**
 * The children of some parties with what their guardians agree to, by party. A child that does not come is among them
 * once the event has begun: it may have come nevertheless, and be in a picture.
 *
 * @param memberId whose parties they must be; null for staff.
 */
export async function loadChildConsents(
  on: Db,
  registrationIds: readonly number[],
  memberId: number | null,
): Promise<Map<number, ConsentingChild[]>> {
  const rows = await queryRows<Row & { registrationId: number }>(
    on,
    Prisma.sql`
    select child.registration_id as "registrationId", child.id, child.name,
      ${childAgrees("photographs", "child")} as photographs, ${childAgrees("artwork", "child")} as artwork,
      (select coalesce(jsonb_agg(jsonb_build_object('consent', step.detail->>'consent',
          'given', step.step = 'consent-given', 'at', step.created_at,
          'byFamily', step.created_by is not distinct from member.person_id) order by step.id desc), '[]')
        from registration_step step
        where step.registration_id = party.id and step.step in ('consent-given', 'consent-withdrawn')
          and (step.detail->>'person')::int = child.id) as history
    from registration party
    join event on event.id = party.event_id
    join registration_person child on child.registration_id = party.id and child.role = 'child'
    left join member on member.id = party.member_id
    where party.id = any(${[...registrationIds]}::int[])
      and (${memberId}::int is null or party.member_id = ${memberId})
      and (child.state <> 'out' or event.starts_at <= now())
    order by child.registration_id, child.id`,
  );
  const byParty = new Map<number, ConsentingChild[]>();
  for (const { registrationId, photographs, artwork, history, ...child } of rows) {
    const lines = history.map((line) => ({ ...line, at: new Date(line.at) }));
    const known = byParty.get(registrationId) ?? [];
    known.push({ ...child, agreed: { photographs, artwork }, history: lines });
    byParty.set(registrationId, known);
  }
  return byParty;
}
