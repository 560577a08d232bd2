import type { ApiClient, ApiScope } from "#app/modules/api/api-client.ts";
import type { ApiRegistration } from "#app/modules/api/event-schemas.ts";
import type { Db } from "#app/platform/db.server.ts";

const CODES: ApiScope = "codes:read";

/**
 * A party as other programs get it; null where there is none of that id.
 *
 * @param reader its code goes to whoever may read those.
 */
export async function loadApiRegistration(
  on: Db,
  id: number,
  { scopes }: ApiClient,
): Promise<ApiRegistration | null> {
  const party = await on.registration.findUnique({
    where: { id },
    include: {
      people: { orderBy: { id: "asc" } },
      member: { select: { number: true } },
      steps: { orderBy: { id: "desc" }, take: 1, select: { id: true } },
    },
  });
  if (!party) return null;
  return {
    id: party.id,
    event_id: party.eventId,
    member_number: party.member?.number ?? null,
    state: party.state as ApiRegistration["state"],
    code: scopes.includes(CODES) ? party.code : null,
    revision: Number(party.steps[0]?.id ?? 0),
    session: party.session,
    cars: party.cars,
    points: party.points,
    money_minor: party.moneyMinor,
    people: party.people.map((person) => ({
      id: person.id,
      role: person.role as ApiRegistration["people"][number]["role"],
      name: person.name,
      bracket: person.bracket,
      state: person.state as ApiRegistration["people"][number]["state"],
    })),
    created_at: party.createdAt.toISOString(),
  };
}
