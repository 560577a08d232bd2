import { endStewardLink, makeStewardLink } from "#app/modules/attendance/steward-links.server.ts";
import { aPlan, aPublishedEvent } from "../events.ts";
import { TREES } from "../impact.ts";
import { aParty } from "../parties.ts";
import { aMember, aPerson } from "../people.ts";

/** An event with its check-in: what steward's links end in, one that holds and one that was ended. */
export type Day = { eventId: number; token: string; endedToken: string };

const IN_A_MONTH = 30 * 86_400_000;

/** A day of an event in a month, to which a family comes. */
export async function aDay(): Promise<Day> {
  const startsAt = new Date(Date.now() + IN_A_MONTH);
  const endsAt = new Date(startsAt.getTime() + 2 * 3600_000);
  const { eventId } = await aPublishedEvent({
    plan: aPlan({ startsAt, endsAt, impact: TREES }),
  });
  await aParty(eventId, await aMember());
  const who = { by: (await aPerson({ roles: ["events"] })).id, address: "10.0.0.9" };
  const steward = { eventId, name: "Bo", role: "steward", gate: "Main" } as const;
  const { token } = await makeStewardLink(steward, who);
  const { id, token: endedToken } = await makeStewardLink(steward, who);
  await endStewardLink({ eventId, id }, who);
  return { eventId, token, endedToken };
}
