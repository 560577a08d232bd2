import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";

/** A cost that somebody typed; sums in the smallest unit of its currency. */
export type TypedCost = {
  id: number;
  label: string;
  amountMinor: number;
  currency: string;
  version: number;
  isTakenBack: boolean;
  /** As it was each time, the first time first; the amount is null where it was taken back. Times are ISO 8601. */
  steps: { label: string; amountMinor: number | null; by: string; at: string }[];
};

/** The costs of an event that people typed, in their order, with those that were taken back. */
export const loadCosts = (on: Db, eventId: number): Promise<TypedCost[]> =>
  queryRows<TypedCost>(
    on,
    Prisma.sql`
    select cost.id, cost.label, cost.amount_minor::float8 as "amountMinor", cost.currency, cost.version,
      cost.taken_back_at is not null as "isTakenBack",
      (select jsonb_agg(jsonb_build_object('label', step.label, 'amountMinor', step.amount_minor,
          'by', coalesce(person.name, ''), 'at', step.at) order by step.version)
        from event_cost_step step left join person on person.id = step.by
        where step.cost_id = cost.id) as steps
    from event_cost cost where cost.event_id = ${eventId} order by cost.id`,
  );
