import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { unsettledNumbers } from "./close-entries.server.ts";
import { contestsOfEvent } from "./contest-row.server.ts";
import { missingOf } from "./draft.ts";

/** An event as the pages of its contests need it; null where there is none that was ever published. */
export async function loadContestEvent(on: Db, eventId: number) {
  const event = await on.event.findUnique({
    where: { id: eventId },
    select: { id: true, slug: true, state: true, endsAt: true, plan: true },
  });
  if (event?.plan == null) return null;
  const { title, brackets, consents, kind, startsAt } = readPlan(event.plan);
  const { id, slug, state, endsAt } = event;
  return { id, slug, state, endsAt, startsAt, title, brackets, consents, kind };
}

export type ContestEvent = NonNullable<Awaited<ReturnType<typeof loadContestEvent>>>;

/**
 * All contests of an event, each with how many entries are in.
 *
 * @param of.drafts also those that nobody but who keeps them sees.
 */
export async function loadContests(on: Db, eventId: number, { drafts }: { drafts: boolean }) {
  const contests = await contestsOfEvent(on, eventId);
  const counts = await on.contestEntry.groupBy({
    by: ["contestId"],
    where: { state: "in", contest: { eventId } },
    _count: true,
  });
  const entries = new Map(counts.map(({ contestId, _count }) => [contestId, _count]));
  return contests
    .filter(({ state }) => drafts || state !== "draft")
    .map(({ id, state, title, terms, brackets }) => ({
      ...{ id, state, title, brackets, kind: terms.kind },
      entries: entries.get(id) ?? 0,
    }));
}

export type ListedContest = Awaited<ReturnType<typeof loadContests>>[number];

/** A contest as staff see it: what it is, what is missing, and what waits. Null where the event has none of that number. */
export async function loadKeptContest(
  on: Db,
  event: ContestEvent,
  contestId: number,
  now = new Date(),
) {
  const contest = (await contestsOfEvent(on, event.id)).find(({ id }) => id === contestId);
  if (!contest) return null;
  const { tieSealedSeed: _, ...shown } = contest;
  const counts = await on.contestEntry.groupBy({
    by: ["bracket"],
    where: { contestId, state: "in" },
    _count: true,
  });
  return {
    ...shown,
    missing:
      contest.state === "draft"
        ? missingOf(contest, { ...event, brackets: event.brackets.map(({ key }) => key) }, now)
        : [],
    unsettled: contest.state === "open" ? await unsettledNumbers(on, contest) : [],
    counts: counts.map(({ bracket, _count }) => ({ bracket, entries: _count })),
  };
}

export type ShownContest = NonNullable<Awaited<ReturnType<typeof loadKeptContest>>>;
