import { readPlan } from "#app/modules/events/plan.ts";
import {
  type Cancellable,
  type CancelTerms,
  cancelTerms,
} from "#app/modules/parties/cancel-terms.ts";
import { MOVED_FOR_PARTY } from "#app/modules/parties/party-facts.server.ts";
import { leftMinor } from "#app/modules/payments/payment-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = Omit<Cancellable, "byStaff"> & { plan: unknown; agreedPlan: unknown; now: Date };

/**
 * Reads what cancelling a party would do now: for the page that asks, and for the act itself. It is free for as long as
 * they read when they registered, or longer where the event says so by now.
 *
 * @param given.byStaff staff cancel for them, which costs them nothing.
 * @param given.now for tests; the database's clock otherwise.
 * @returns null where it neither comes nor waits.
 */
export async function loadCancelTerms(
  on: Db,
  registrationId: number,
  given: { byStaff: boolean; now?: Date | undefined },
): Promise<CancelTerms | null> {
  const [row] = await on.$queryRaw<Row[]>`
    select party.state, party.points, party.hold_id is not null as "isDeposit", event.plan,
      (select version.plan from event_version version
        where version.event_id = event.id and version.version = party.event_version) as "agreedPlan",
      coalesce((select sum(${leftMinor}) from payment where payment.purpose = 'event'
        and payment.reference = party.id::text and payment.state = 'paid'), 0)::int as "moneyPaidMinor",
      (select max(offer.created_at) from waitlist_offer offer
        join waitlist_entry entry on entry.id = offer.entry_id
        where entry.registration_id = party.id and offer.state = 'accepted') as "offeredAt",
      (event.state = 'cancelled' or ${MOVED_FOR_PARTY} is not null
        or event.plan->'brackets' <> '[]' and exists (select from registration_person child
          where child.registration_id = party.id and child.role = 'child' and child.bracket is null
            and child.state <> 'out')) as "eventMoved",
      clock_timestamp() as now
    from registration party join event on event.id = party.event_id
    where party.id = ${registrationId} and party.state in ('registered', 'waiting')`;
  if (!row) return null;
  const { plan, agreedPlan, now, ...party } = row;
  const { byStaff } = given;
  const says = [plan, agreedPlan].flatMap((each) =>
    each ? readPlan(each).freeUntil.getTime() : [],
  );
  const freeUntil = new Date(Math.max(...says));
  return cancelTerms({ freeUntil }, { ...party, byStaff }, given.now ?? now);
}
