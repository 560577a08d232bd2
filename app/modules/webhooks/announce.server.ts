import { randomBytes } from "node:crypto";
import type { LeadEvent } from "#app/modules/api/webhook-schemas.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What happened, and when. */
export type Announcement = Pick<LeadEvent, "type" | "data"> & { at: Date };

/** Has no full stop, which parts what is signed. */
export const newToken = (): string => `evt_${randomBytes(18).toString("base64url")}`;

/**
 * Tells every endpoint that asked for it what happened, in the caller's transaction and in one statement: messages go
 * out if and only if that was committed. For an endpoint that is off a message is kept, and can be sent later. Where
 * nobody asked for it nothing is written.
 *
 * The caller holds the lock of what it is about, so that of two messages about it the later one has the higher number.
 */
export async function announce(tx: Db, { type, data, at }: Announcement): Promise<void> {
  await tx.$queryRaw`
    with asked as (
      select id, off_at is null as is_on from webhook_endpoint where ${type} = any (events)
    ), event as (
      insert into webhook_event (token, type, data, happened_at)
      select ${newToken()}, ${type}, ${JSON.stringify(data)}::jsonb, ${at}::timestamptz
      where exists (select from asked)
      returning id
    ), delivery as (
      insert into webhook_delivery (endpoint_id, event_id, state, next_at, failure)
      select asked.id, event.id,
        case when is_on then 'waiting' else 'failed' end,
        case when is_on then now() end,
        case when not is_on then 'off' end
      from asked cross join event
      returning id, endpoint_id, state
    ), job as (
      select graphile_worker.add_jobs(array_agg(row(
        'send-webhook', json_build_object('deliveryId', id), 'webhook:' || endpoint_id, null, null,
        'webhook:' || id, null, null)::graphile_worker.job_spec))
      from delivery where state = 'waiting'
    )
    select count(*)::int from job`;
}
