import { loadClub } from "#app/modules/club/load-club.server.ts";
import { isUnplaced } from "#app/modules/events/brackets.ts";
import { freeOf, type Taken } from "#app/modules/events/limits.ts";
import { timesFor } from "#app/modules/events/plan.ts";
import { type CheckedParty, checkParty, countedParty } from "#app/modules/parties/check-party.ts";
import type { Party, PartyPerson, PartyProblem } from "#app/modules/parties/party.ts";
import { findSameChildren } from "#app/modules/parties/party-facts.server.ts";
import { type PartyPlan, planChange } from "#app/modules/parties/plan-change.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen } from "#app/modules/seats/offer-times.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { fitsBesideLine, neverFitsIn } from "#app/modules/seats/waitlist.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { markUnpaid } from "./charge-money.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { type ChargeRefusal, chargeFor } from "./give-places.server.ts";
import { keepChangedParty } from "./keep-changed-party.server.ts";
import { loadCancelTerms } from "./load-cancel-terms.server.ts";
import {
  isOpen,
  type LockedParty,
  lockRegistration,
  noteStep,
} from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** A party as it is to be. Whoever was in it and is not named any more is out. */
export type ChangedParty = Omit<Party, "people"> & {
  /** `id`: who of those that were in it; null for somebody new. */
  people: readonly (PartyPerson & { id: number | null })[];
};

export type PartyChange = {
  registrationId: number;
  /** The member whose party it is; null where staff change it. */
  memberId: number | null;
  party: ChangedParty;
  /** The party's as the form showed it: two tabs do not undo one another. */
  revision: number;
  /** What to do where those who are new find no place. */
  ifFull: "wait" | "refuse";
  /** Of what was sent, word by word: sent twice it is one change. Null where the revision alone tells. */
  requestKey: string | null;
  /** Staff have seen that a child of this name comes already, and that it is another. */
  sameChild?: "allow";
  by: number;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type ChangeRefusal =
  | { refusal: "no-such-registration" | "ended" | "event-cancelled" | "begun" | "being-paid" }
  /** Somebody changed it since the form was opened. */
  | { refusal: "changed-meanwhile" }
  /** Places are offered to some of them: that is answered first. */
  | { refusal: "answer-offer-first" }
  /** Registering is over: people can leave the party, and nobody can join it. */
  | { refusal: "closed"; at: Date }
  | { refusal: "party"; problems: PartyProblem[] }
  | { refusal: "child-registered"; people: number[] }
  | { refusal: "full"; limits: string[]; line: "open" | "closed" }
  /** They would not fit in if nobody else came: they would wait for nothing. */
  | { refusal: "too-big"; limits: string[] };

export type PartyChanged =
  | { ok: true; waiting: number }
  | ChargeRefusal
  | ({ ok: false } & ChangeRefusal);

/**
 * Changes a party: people join or leave it, or it comes to another session. Whoever has a place keeps it; somebody
 * new for whom there is none waits while the others come, or nothing is changed. Places that come free are offered
 * in the same transaction.
 */
export async function changeParty(change: PartyChange): Promise<PartyChanged> {
  const { registrationId, memberId, now } = change;
  const ofMember = memberId ?? undefined;
  await endCheckoutOf(registrationId, ofMember);
  return unlessBeingPaid(() =>
    inRetriedTransaction<PartyChanged>(async (tx, rollBack) => {
      const locked = await lockRegistration(tx, registrationId, { ofMember, now });
      if (!locked) return refused({ refusal: "no-such-registration" });
      const answer = await changeWithin(tx, locked.event, locked.party, change);
      if (!answer.ok) return rollBack(answer);
      await offerPlaces(tx, locked.event);
      return answer;
    }),
  );
}

const refused = (refusal: ChangeRefusal) => ({ ok: false as const, ...refusal });

async function changeWithin(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  change: PartyChange,
): Promise<PartyChanged> {
  if (await wasDone(tx, party.id, change.requestKey)) return done(tx, party.id);
  const unfit = whyNotNow(event, party, change);
  if (unfit) return refused(unfit);
  const checked = await check(tx, event, party, change);
  if (!checked.ok) return refused({ refusal: "party", problems: checked.problems });
  const plan = planChange(event.plan, party, checked.party, change.party.people);
  if (plan.problems.length > 0) return refused({ refusal: "party", problems: plan.problems });
  const joins = plan.joining.length > 0 || checked.party.session !== party.session;
  if (joins && change.memberId !== null && event.now >= event.plan.closesAt) {
    return refused({ refusal: "closed", at: event.plan.closesAt });
  }
  if (change.sameChild !== "allow") {
    const found = await findSameChildren(tx, event.id, party.memberId, checked.party.people);
    const people = found.filter((at) => plan.joining.includes(at));
    if (people.length > 0) return refused({ refusal: "child-registered", people });
  }
  const places = await findPlaces(tx, event, party, checked.party, plan, change.ifFull);
  if (!places.ok) return places;
  return keep(tx, event, party, { change, plan, checked: checked.party, wait: places.wait });
}

function whyNotNow(
  event: LockedEvent,
  party: LockedParty,
  { revision }: PartyChange,
): ChangeRefusal | null {
  if (event.state === "cancelled") return { refusal: "event-cancelled" };
  if (!isOpen(party)) return { refusal: "ended" };
  if (event.now >= event.plan.startsAt) return { refusal: "begun" };
  // An offer that came meanwhile is also a change, and says more.
  if (party.entry?.offer) return { refusal: "answer-offer-first" };
  return revision === party.revision ? null : { refusal: "changed-meanwhile" };
}

async function check(
  tx: Db,
  { plan, now }: LockedEvent,
  { people: known }: LockedParty,
  { party }: PartyChange,
) {
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const event = time.dayOf(timesFor(plan, party.session).startsAt);
  const isKept = (person: PartyPerson & { id: number | null }) =>
    known.some((each) => each.id === person.id && isUnplaced(plan, each));
  const people = party.people.map((person) => ({ ...person, keepsPlace: isKept(person) }));
  return checkParty(plan, { ...party, people }, { event, today: time.dayOf(now) });
}

/**
 * Whether those who are new come at once or wait. Of a party that waits as a whole they do as it does, unless it grows
 * larger than the event: it would wait for nothing.
 */
async function findPlaces(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  checked: CheckedParty,
  plan: PartyPlan,
  ifFull: "wait" | "refuse",
): Promise<{ ok: true; wait: boolean } | ({ ok: false } & ChangeRefusal)> {
  const { limits } = event.plan;
  if (party.state === "waiting") {
    const tooBig = neverFitsIn(limits, countedParty(checked));
    const grows = plan.joining.length > 0 && !checked.people.some(({ inFewer }) => inFewer);
    return tooBig.length > 0 && grows
      ? refused({ refusal: "too-big", limits: tooBig.map(({ key }) => key) })
      : { ok: true, wait: true };
  }
  const taken = plan.without(await loadTaken(tx, event.id, limits));
  const isOpenLine = isLineOpen(event.plan, event.now);
  const entries = isOpenLine ? await loadLine(tx, event.id) : [];
  // Their own place in the line stands in nobody's way.
  const line = lineOf(entries.filter(({ registrationId }) => registrationId !== party.id));
  const fits = (needed: Taken) => isNothing(needed) || fitsBesideLine(limits, taken, line, needed);
  if (fits(plan.whole)) return { ok: true, wait: false };
  const mayWait = isOpenLine && plan.joining.length > 0 && fits(plan.stays);
  if (mayWait && ifFull === "wait") return { ok: true, wait: true };
  const full = limits.filter((limit) => (plan.whole.get(limit.key) ?? 0) > freeOf(limit, taken));
  return refused({
    refusal: "full",
    limits: full.map(({ key }) => key),
    line: mayWait ? "open" : "closed",
  });
}

const isNothing = (needed: Taken): boolean => [...needed.values()].every((count) => count === 0);

async function keep(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  to: { change: PartyChange; plan: PartyPlan; checked: CheckedParty; wait: boolean },
): Promise<PartyChanged> {
  const { change, plan, checked, wait } = to;
  const { by, memberId } = change;
  const isRegistered = party.state === "registered";
  const coming = isRegistered ? plan.staying + (wait ? 0 : plan.joining.length) : 0;
  const before = party.people.filter(({ state }) => state === "coming").length;
  const step = await noteStep(tx, party.id, "changed", {
    by,
    joining: plan.joining.length,
    out: plan.leaving,
    wait: wait ? 1 : 0,
    key: change.requestKey,
  });
  // Whoever leaves late leaves what was paid for them.
  const terms = await loadCancelTerms(tx, party.id, { byStaff: memberId === null, now: event.now });
  const isFree = terms === null || terms.freeBecause !== null;
  const key = `changed/${step}`;
  const charged =
    coming === before
      ? { ok: true as const, charged: {}, backMinor: 0 }
      : await chargeFor(tx, event, party, { people: coming, isFree, key });
  if (!charged.ok) return charged;
  await keepChangedParty(tx, event, party, {
    party: checked,
    ids: change.party.people.map(({ id }) => id),
    leaving: plan.leaving,
    charged: charged.charged,
    newcomers: wait ? "waiting" : "coming",
    by,
  });
  await markUnpaid(tx, event, party);
  const { backMinor } = charged;
  await writeRegistrationLetter(tx, party.id, "changed", { backMinor, occasion: step });
  return done(tx, party.id);
}

/** Whether a form that comes once more has been done: its page may show the party as it was before. */
const wasDone = async (tx: Db, registrationId: number, key: string | null): Promise<boolean> =>
  key !== null &&
  (await tx.registrationStep.count({
    where: { registrationId, step: "changed", detail: { path: ["key"], equals: key } },
  })) > 0;

const done = async (tx: Db, registrationId: number): Promise<PartyChanged> => ({
  ok: true,
  waiting: await tx.registrationPerson.count({ where: { registrationId, state: "waiting" } }),
});
