import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ApiEvent, EventsAnswer } from "#app/modules/api/event-schemas.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type KeptState, opensFor, phaseOf } from "./event-state.ts";
import type { KeptWait } from "./event-wait.ts";
import { STANDING_WAIT } from "./load-event.server.ts";
import { placesLeft } from "./places.ts";
import { type PackedPlaceFacts, placeFacts, readPlaceFacts } from "./places-sql.server.ts";
import { type EventPlan, type EventPrice, readPlan } from "./plan.ts";

type Row = {
  id: number;
  slug: string;
  state: KeptState;
  version: number;
  plan: unknown;
  facts: PackedPlaceFacts;
  wait: KeptWait | null;
};

/**
 * Events that are not over, as other programs get them, in the order in which they were made.
 *
 * @param page.after goes on behind the event of this id.
 */
export async function loadApiEvents(
  on: Db,
  page: { after: number | null; limit: number },
  now = new Date(),
): Promise<EventsAnswer> {
  const rows = await on.$queryRaw<Row[]>`
    select id, slug, state, version, plan, ${placeFacts(Prisma.sql`event.id`)} as facts,
      ${STANDING_WAIT} as wait
    from event
    where state <> 'draft' and ends_at > ${now} and id > ${page.after ?? 0}
    order by id limit ${page.limit + 1}`;
  const shown = rows.slice(0, page.limit);
  return {
    events: shown.map((row) => describe(row, now)),
    later_after: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function describe({ plan: kept, facts, wait, ...row }: Row, now: Date): ApiEvent {
  const plan = readPlan(kept);
  const left = placesLeft(plan, readPlaceFacts(facts));
  const { id, slug, state, version } = row;
  const { opensAt, closesAt, startsAt, endsAt, title, summary, place, address } = plan;
  return {
    id,
    slug,
    version,
    kind: plan.kind,
    phase: phaseOf(state, plan, now) as ApiEvent["phase"],
    title,
    summary,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    undecided: wait && {
      decided_by: new Date(wait.decideBy).toISOString(),
      reason: wait.reason,
    },
    place,
    address,
    price: priceOf(plan.price),
    gold_only: plan.eligible.goldOnly,
    opens_at: opensAt.toISOString(),
    opens_for_gold_at: opensFor(plan, true).toISOString(),
    closes_at: closesAt.toISOString(),
    full: left.full,
    limits: plan.limits.map((limit) => ({
      ...limit,
      free: left.limits.find(({ key }) => key === limit.key)?.free ?? 0,
    })),
    sessions: plan.sessions.map(({ key, name, startsAt: from, endsAt: to }) => ({
      key,
      name,
      starts_at: from.toISOString(),
      ends_at: to.toISOString(),
    })),
    brackets: plan.brackets.map(({ key, name, ageFrom, ageTo }) => ({
      key,
      name,
      age_from: ageFrom,
      age_to: ageTo,
    })),
    ...askedOf(plan),
  };
}

/** What whoever registers is asked. */
const askedOf = ({ questions, agreements, consents }: EventPlan) => ({
  questions: questions
    .filter(({ retired }) => !retired)
    .map(({ key, kind, of, label, options, required, onlyIf }) => ({
      key,
      kind,
      of,
      label,
      options,
      required,
      only_if: onlyIf,
    })),
  agreements: agreements.map(({ key, version, name, text }) => ({ key, version, name, text })),
  consents,
});

function priceOf(price: EventPrice): ApiEvent["price"] {
  if (price.kind !== "money") return price;
  const { kind, minor, currency, per } = price;
  return { kind, money_minor: minor, currency, per };
}
