import type { CountedPerson } from "#app/modules/events/limits.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { PersonState, RegistrationState } from "#app/modules/parties/registration.ts";
import { type LockedEvent, lockEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A party that nobody else changes until the transaction ends, since its event is locked. */
export type LockedParty = {
  id: number;
  memberId: number | null;
  accountId: bigint | null;
  state: RegistrationState;
  session: string | null;
  cars: number;
  /** Of the event, as they registered for it or have agreed to since. */
  eventVersion: number;
  points: number;
  entryId: bigint | null;
  holdId: bigint | null;
  /** Paid and owed, in all. */
  moneyMinor: number;
  /** The last of its payments: who joins a party that has paid is paid for in another. */
  paymentId: number | null;
  endReason: string | null;
  /** Who let it in over capacity. */
  overBy: number | null;
  people: LockedPerson[];
  /** Their place in the line, where somebody of them waits. */
  entry: { id: number; offer: OpenOffer | null } | null;
  /** The latest that happened to it: who changes it from an older state is told. */
  revision: number;
};

export type LockedPerson = CountedPerson & {
  id: number;
  name: string;
  birthDate: Day | null;
  state: PersonState;
  inFewer: boolean;
  /** The payment that their place waits for, or was lost with, where the others of the party had paid. */
  paymentId: number | null;
};

export type OpenOffer = { id: number; fewer: boolean; endsAt: Date };

type Row = Omit<LockedParty, "entry" | "revision"> & {
  openEntry: number | null;
  offerId: number | null;
  fewer: boolean | null;
  offerEndsAt: Date | null;
  revision: bigint;
};

/**
 * Locks the event of a party, and reads the party.
 *
 * @param ofMember where a member acts: nobody finds another's.
 * @param now for tests; the database's clock otherwise.
 * @returns null where there is none.
 */
export async function lockRegistration(
  tx: Db,
  id: number,
  { ofMember, now }: { ofMember?: number | undefined; now?: Date | undefined } = {},
): Promise<{ event: LockedEvent; party: LockedParty } | null> {
  const named = await tx.registration.findFirst({
    where: { id, ...(ofMember === undefined ? {} : { memberId: ofMember }) },
    select: { eventId: true },
  });
  const event = named && (await lockEvent(tx, named.eventId, now));
  return event ? { event, party: await readParty(tx, id) } : null;
}

/** Reads a party of an event that the caller has locked. */
export async function readParty(tx: Db, id: number): Promise<LockedParty> {
  const [row] = await tx.$queryRaw<Row[]>`
    select party.id, party.member_id as "memberId", member.account_id as "accountId", party.state,
      party.session, party.cars, party.event_version as "eventVersion", party.points,
      party.entry_id as "entryId", party.hold_id as "holdId", party.money_minor as "moneyMinor",
      party.payment_id as "paymentId", party.end_reason as "endReason", party.over_by as "overBy",
      entry.id as "openEntry", offer.id as "offerId", offer.fewer, offer.ends_at as "offerEndsAt",
      (select max(step.id) from registration_step step where step.registration_id = party.id) as revision,
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'role', person.role,
          'name', person.name, 'birthDate', person.birth_date, 'bracket', person.bracket,
          'drives', person.drives, 'state', person.state, 'inFewer', person.in_fewer,
          'paymentId', person.payment_id)
          order by person.id), '[]')
        from registration_person person where person.registration_id = party.id) as people
    from registration party
    left join member on member.id = party.member_id
    left join waitlist_entry entry on entry.registration_id = party.id and entry.state = 'open'
    left join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'
    where party.id = ${id}`;
  if (!row) throw new Error(`There is no registration ${id}.`);
  const { openEntry, offerId, fewer, offerEndsAt, revision, ...party } = row;
  const offer =
    offerId !== null && fewer !== null && offerEndsAt
      ? { id: offerId, fewer, endsAt: offerEndsAt }
      : null;
  return {
    ...party,
    revision: Number(revision),
    entry: openEntry === null ? null : { id: openEntry, offer },
  };
}

/** Whether a party comes or waits; otherwise it is history. */
export const isOpen = ({ state }: Pick<LockedParty, "state">): boolean =>
  state === "registered" || state === "waiting";

/** The plan that a party registered for, or has agreed to since: what it pays follows from that one. */
export async function planOf(
  tx: Db,
  event: LockedEvent,
  { eventVersion }: Pick<LockedParty, "eventVersion">,
): Promise<EventPlan> {
  if (eventVersion === event.version) return event.plan;
  const { plan } = await tx.eventVersion.findUniqueOrThrow({
    where: { eventId_version: { eventId: event.id, version: eventVersion } },
    select: { plan: true },
  });
  return readPlan(plan);
}

/**
 * Notes what happened to a party. It stays for ever, so nothing that somebody wrote in their words goes into it: that
 * is kept where it can be forgotten.
 */
export async function noteStep(
  tx: Db,
  registrationId: number,
  step: string,
  { by, ...detail }: { by: number | null } & Record<string, string | number | number[] | null>,
): Promise<number> {
  const { id } = await tx.registrationStep.create({
    data: { registrationId, step, detail, createdBy: by },
    select: { id: true },
  });
  return Number(id);
}
