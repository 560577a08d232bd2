import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadWinners, type Winner } from "#app/modules/contest-results/load-winners.server.ts";
import { valueOfPoints } from "#app/modules/finance/point-revenue.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { loadSatisfactions, type Satisfaction } from "#app/modules/surveys/load-results.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { EventFacts } from "./event-facts.ts";
import { figuresOf, type Liked } from "./event-figures.ts";
import { loadCosts, type TypedCost } from "./load-costs.server.ts";
import { loadFacts, withTheOneBefore } from "./load-facts.server.ts";
import { type Reported, type Section, sectionsOf } from "./report-lines.ts";
import { type Note, notesOf } from "./report-notes.ts";

/** The report of one event, with what stands beside it. */
export type EventReport = {
  event: Pick<
    EventFacts,
    "eventId" | "slug" | "title" | "state" | "startsAt" | "endsAt" | "brackets"
  >;
  /** The event that its figures are held beside; null where there was none. */
  before: Pick<EventFacts, "eventId" | "title" | "startsAt" | "likeness"> | null;
  sections: Section[];
  notes: Note[];
  winners: Winner[];
  costs: TypedCost[];
  /** What a hundred points were worth on the event's day. */
  minorPer100: number;
  currency: string;
};

/**
 * The report of an event as the books have it now, beside the event before; null of a draft, or where there is no such
 * event. Two turns of queries: what happened, then who they were and what they said.
 */
export async function loadEventReport(
  on: Db,
  eventId: number,
  now = new Date(),
): Promise<EventReport | null> {
  const club = await loadClub(on);
  const found = await loadFacts(on, withTheOneBefore(eventId, now), club);
  const facts = found.find((each) => each.eventId === eventId);
  if (!facts) return null;
  const earlier = found.find((each) => each !== facts) ?? null;
  const startsAt = new Date(facts.startsAt);
  const [satisfactions, standings, winners, costs] = await Promise.all([
    loadSatisfactions(
      on,
      found.map((each) => each.eventId),
    ),
    loadTierStatuses(on, facts.memberIds, startsAt),
    facts.contests.published > 0 ? loadWinners(on, eventId) : [],
    loadCosts(on, eventId),
  ]);
  const gold = [...standings.values()].filter(({ standing }) => standing.tier === "gold").length;
  const tiers = { gold, silver: standings.size - gold };
  const worthOf = await pointWorth(on);
  const reported = (of: EventFacts, its: Reported["tiers"]): Reported =>
    reportedOf(of, satisfactions, club.currency, worthOf, its);
  const report = reported(facts, tiers);
  const { title, slug, state, endsAt, brackets } = facts;
  return {
    event: { eventId, slug, title, state, brackets, startsAt: facts.startsAt, endsAt },
    before: earlier,
    sections: sectionsOf(report, earlier && reported(earlier, null)),
    notes: notesOf(report, satisfactions.get(eventId)?.closesAt ?? null, now),
    ...{ winners, costs, minorPer100: worthOf(facts), currency: club.currency },
  };
}

/** What a hundred points were worth on an event's day, as the finance's reports of that day have it. */
export async function pointWorth(on: Db) {
  const { timeZone } = await loadClub(on);
  const book = await loadRuleBook(on);
  const time = clubTime(timeZone);
  return ({ endsAt }: Pick<EventFacts, "endsAt">): number =>
    rulesAt(book, time.startOfDay(time.dayOf(new Date(endsAt)))).rules.finance.minorPer100Points;
}

/** An event's figures out of what was found of it. */
export const reportedOf = (
  facts: EventFacts,
  satisfactions: ReadonlyMap<number, Satisfaction>,
  currency: string,
  worthOf: (facts: EventFacts) => number,
  tiers: Reported["tiers"],
): Reported => ({
  ...{ facts, currency, tiers },
  figures: figuresOf(facts, likedOf(satisfactions.get(facts.eventId)), currency, (points) =>
    valueOfPoints(points, worthOf(facts)),
  ),
});

const likedOf = (said: Satisfaction | undefined): Liked | null =>
  said
    ? {
        ...{ asked: said.asked, answered: said.answered },
        average: said.figures?.average ?? null,
        recommends: said.recommends?.average ?? null,
      }
    : null;
