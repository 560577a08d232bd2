import { loadClub } from "#app/modules/club/load-club.server.ts";
import { movedFor } from "#app/modules/events/moved.ts";
import type { EventPrice } from "#app/modules/events/plan.ts";
import { type CheckedParty, checkParty } from "#app/modules/parties/check-party.ts";
import { findPlaces, type NoPlaces, type Places } from "#app/modules/parties/find-places.server.ts";
import {
  type KnownRegistrant,
  loadRegistrant,
} from "#app/modules/parties/load-registrant.server.ts";
import { type MayRegisterRefusal, mayRegister } from "#app/modules/parties/may-register.ts";
import type { Party, PartyProblem } from "#app/modules/parties/party.ts";
import { findSameChildren, movesSince } from "#app/modules/parties/party-facts.server.ts";
import { priceOf, samePrice } from "#app/modules/parties/price.ts";
import { type LockedEvent, lockEvent } from "#app/modules/seats/lock-event.server.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { QueueFull, queueOf } from "#app/platform/queue-of.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { chargeParty, UNCHARGED } from "./charge-party.server.ts";
import { keepParty, nextRegistrationId } from "./keep-party.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

export type PartyRequest = {
  eventId: number;
  /** Null for somebody who walks in and is not in the club. */
  memberId: number | null;
  party: Party;
  /** What to do where there is no place: join the line, or say so and keep nothing. */
  ifFull: "wait" | "refuse";
  source: "owner" | "desk" | "api" | "walk-in";
  /** The form's or the API's: sent twice it is taken once. Unique among a member's. */
  requestKey: string;
  /** The person who asks: the member's own, or who acts for them. */
  by: number | null;
  /** The event's version and price as they stood on the page; null where nobody looked at one. */
  seenVersion: number | null;
  seenPrice: EventPrice | null;
  /** Staff have seen that a child of this name and birth date comes already, and that it is another. */
  sameChild?: "allow";
  /** Let in although the event may be full, by staff: why. */
  over?: { by: number; reason: string };
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type RegisterRefusal =
  | MayRegisterRefusal
  | { refusal: "no-such-event" }
  | { refusal: "account-closed" }
  | { refusal: "party"; problems: PartyProblem[] }
  | { refusal: "already-registered"; registrationId: number }
  /** What they read does not hold any more: which of time and place moved. */
  | { refusal: "event-changed"; moved: string[] }
  | { refusal: "price-changed"; price: EventPrice }
  /** Somebody else brings them already: which of the people, by their place in the party. */
  | { refusal: "child-registered"; people: number[] }
  | NoPlaces
  | { refusal: "too-few-points"; missing: number }
  /** More people register at this moment than can be kept waiting: nothing was kept, and in a minute there is room. */
  | { refusal: "busy" };

/**
 * Everybody takes places of an event one after the other. Whoever waited for that in the database would hold a
 * connection, and a rush would leave none to the rest of the site: so they wait here, in the order they came.
 */
const inTurn = queueOf({ atOnce: 4, waiting: 5_000 });

export type RegisterAnswer =
  | { ok: true; registrationId: number; state: "registered" | "waiting" }
  | ({ ok: false } & RegisterRefusal);

/**
 * Registers a party for an event: its places, what it pays and the letter are one transaction. Where it does not fit
 * it joins the line, or nothing is kept.
 */
export async function registerParty(request: PartyRequest): Promise<RegisterAnswer> {
  const before = await findRegistered(db(), request);
  if (before) return before;
  try {
    return await inTurn(() =>
      inRetriedTransaction<RegisterAnswer>(async (tx, rollBack) => {
        const answer = await registerWithin(tx, request);
        return answer.ok ? answer : rollBack(answer);
      }),
    );
  } catch (error) {
    if (error instanceof QueueFull) return refused({ refusal: "busy" });
    throw error;
  }
}

/**
 * The same in the caller's transaction, of which nothing must stay when it is refused. The event is locked here, and
 * the account after it.
 */
export async function registerWithin(tx: Db, request: PartyRequest): Promise<RegisterAnswer> {
  // What is slow to find out is read before the lock, which everybody waits for.
  const { memberId } = request;
  const registrant = memberId === null ? null : await loadRegistrant(tx, memberId, request.now);
  const event = await lockEvent(tx, request.eventId, request.now);
  if (!event) return refused({ refusal: "no-such-event" });
  // The other of two that came at once has it by now.
  const before = await findBefore(tx, request);
  if (before?.same) return registered(before);
  const judged = await judge(tx, event, registrant, request, before);
  if (!judged.ok) return judged;
  const places = request.over ? null : await findPlaces(tx, event, judged.party, request.ifFull);
  if (places && !places.ok) return places;
  return keep(tx, event, registrant, judged.party, places ?? AT_ONCE, request);
}

/** Let in by name and reason, whether or not there are places. */
const AT_ONCE: Places = { ok: true, state: "registered", besideLine: false };

const refused = (refusal: RegisterRefusal) => ({ ok: false as const, ...refusal });

/** All that can be said without counting places. */
async function judge(
  tx: Db,
  event: LockedEvent,
  registrant: KnownRegistrant | null,
  request: PartyRequest,
  open: Before | null,
): Promise<{ ok: true; party: CheckedParty } | ({ ok: false } & RegisterRefusal)> {
  const { plan, now } = event;
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const today = time.dayOf(now);
  if (registrant?.closed) return refused({ refusal: "account-closed" });
  const months = plan.eligible.activeWithinMonths;
  const may = mayRegister(event.state, plan, registrant, {
    now,
    activeSince: months === null ? null : time.startOfDay(addMonths(today, -months)),
    atDesk: request.source === "desk" || request.source === "walk-in",
  });
  if (!may.ok) return may;
  if (open) return refused({ refusal: "already-registered", registrationId: open.id });
  // The price is compared as such: it may have moved, and back again.
  const moves = await movesSince(tx, event, request.seenVersion);
  const moved = movedFor(moves, request.party.session).filter((part) => part !== "price");
  if (moved.length > 0) return refused({ refusal: "event-changed", moved });
  if (request.seenPrice && !samePrice(request.seenPrice, plan.price)) {
    return refused({ refusal: "price-changed", price: plan.price });
  }
  const session = plan.sessions.find(({ key }) => key === request.party.session);
  const eventDay = time.dayOf((session ?? plan).startsAt);
  const checked = checkParty(plan, request.party, { event: eventDay, today });
  if (!checked.ok) return refused({ refusal: "party", problems: checked.problems });
  if (request.sameChild !== "allow") {
    const people = await findSameChildren(tx, event.id, request.memberId, checked.party.people);
    if (people.length > 0) return refused({ refusal: "child-registered", people });
  }
  return { ok: true, party: checked.party };
}

async function keep(
  tx: Db,
  event: LockedEvent,
  registrant: KnownRegistrant | null,
  party: CheckedParty,
  { state, besideLine }: Places,
  request: PartyRequest,
): Promise<RegisterAnswer> {
  const { memberId, by, source, over } = request;
  const id = await nextRegistrationId(tx);
  const requestKey = keyOf(request);
  // A party that waits pays once it has places; somebody from outside pays at the desk.
  const paid =
    state === "registered" && registrant && memberId !== null
      ? await chargeParty(tx, {
          event,
          registrationId: id,
          member: { id: memberId, accountId: registrant.accountId },
          price: priceOf(event.plan.price, party.people.length),
          key: requestKey,
        })
      : { ok: true as const, charged: UNCHARGED };
  if (!paid.ok) return refused({ refusal: "too-few-points", missing: paid.missing });
  await keepParty(tx, {
    ...paid.charged,
    id,
    event,
    memberId,
    state,
    party,
    locale: registrant?.locale ?? "en",
    source,
    requestKey,
    over: over ?? null,
    by,
  });
  await writeRegistrationLetter(tx, id, state);
  // There may be places for those who would come without the others, or for a party that may pass who is before it. In
  // a rush there are neither, and the line is long.
  const mayPass = besideLine || party.people.some(({ inFewer }) => inFewer);
  if (state === "waiting" && mayPass) {
    await offerPlaces(tx, event);
  }
  return { ok: true, registrationId: id, state };
}

/** What the same request was answered before. */
async function findRegistered(on: Db, request: PartyRequest): Promise<RegisterAnswer | null> {
  const before = await findBefore(on, request);
  return before?.same ? registered(before) : null;
}

const registered = ({ id: registrationId, began }: Before): RegisterAnswer => ({
  ok: true,
  registrationId,
  state: began === "waiting" ? "waiting" : "registered",
});

/** A party that is there: of the same request, or else the one with which the member comes or waits. */
type Before = { id: number; same: boolean; began: string };

async function findBefore(on: Db, request: PartyRequest): Promise<Before | null> {
  const { eventId, memberId } = request;
  const key = keyOf(request);
  const [found] = await on.$queryRaw<Before[]>`
    select id, request_key = ${key} as same,
      (select step from registration_step where registration_id = registration.id order by id limit 1) as began
    from registration
    where request_key = ${key}
      or (event_id = ${eventId} and member_id = ${memberId}::int and state in ('registered', 'waiting'))
    order by same desc limit 1`;
  return found ?? null;
}

/** Under somebody else's key one finds nothing. */
const keyOf = ({ memberId, source, eventId, requestKey }: PartyRequest) =>
  `${memberId ?? source}:${eventId}:${requestKey}`;
