import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type EventImpact, impactOf } from "./impact-of-event.server.ts";
import { type CountedParty, loadPartiesOfDay } from "./load-parties-of-day.server.ts";
import { whoCame } from "./who-came.ts";

export type ImpactPage = {
  eventId: number;
  isCancelled: boolean;
  plan: Pick<EventPlan, "title" | "startsAt" | "endsAt">;
  /** Null where the event counts nothing. */
  impact: EventImpact | null;
  /** A page of the parties that came or are counted and of whom the name is, with those of their people who did or are. */
  parties: ListedParty[];
  /** How many came, or are counted, in all. */
  came: { parties: number; people: number };
  /** After which party the next page begins; null on the last. */
  after: number | null;
};

export type ListedParty = CountedParty & {
  /** The names of those shown who are counted and, as the marks stand now, did not come. */
  gone: string[];
};

const PAGE = 60;

/**
 * All that the page shows on which staff count what was done together at an event.
 *
 * @param asked.name of one of a party's people, or a part of it; `after`: a party's id, for the next page.
 * @returns null where there is no such event, or it was never published.
 */
export async function loadImpactPage(
  on: Db,
  eventId: number,
  asked: { name: string; after: number },
): Promise<ImpactPage | null> {
  const event = await on.event.findUnique({
    where: { id: eventId },
    select: { plan: true, state: true, impact: true },
  });
  if (event?.plan == null) return null;
  const plan = readPlan(event.plan);
  const [impact, marks, all] = await Promise.all([
    impactOf(on, plan, event.impact),
    loadKeptMarks(on, eventId),
    loadPartiesOfDay(on, eventId),
  ]);
  const sought = plain(asked.name);
  const countable = listedOf(whoCame(staysOf(marks), all), all);
  const listed = countable.filter(
    ({ registrationId, people, memberNumber }) =>
      registrationId > asked.after &&
      [...people.map(({ name }) => name), memberNumber ?? ""].some((text) =>
        plain(text).includes(sought),
      ),
  );
  const parties = listed.slice(0, PAGE);
  return {
    eventId,
    isCancelled: event.state === "cancelled",
    plan,
    impact,
    parties,
    came: {
      parties: countable.length,
      people: countable.reduce((sum, { people }) => sum + people.length, 0),
    },
    after: listed.length > PAGE ? (parties.at(-1)?.registrationId ?? null) : null,
  };
}

/**
 * Those who came, and whoever is counted although their check-in was undone since: as long as nobody sees their count,
 * nobody can take it back.
 */
function listedOf(came: readonly CountedParty[], all: readonly CountedParty[]): ListedParty[] {
  const here = new Map(came.map((party) => [party.registrationId, party.people]));
  return all.flatMap((party): ListedParty[] => {
    const counted = party.counts.filter(({ amount }) => amount !== null);
    const present = here.get(party.registrationId);
    if (!present && counted.length === 0) return [];
    const isCounted = (id: number) => counted.some(({ personId }) => personId === id);
    const isPresent = (id: number) => present?.some((person) => person.id === id) ?? false;
    const shown = party.people.filter(({ id }) => isPresent(id) || isCounted(id));
    const people = shown.length > 0 || present ? shown : party.people;
    const gone = people.filter(({ id }) => !isPresent(id)).map(({ name }) => name);
    return [{ ...party, people, gone }];
  });
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
