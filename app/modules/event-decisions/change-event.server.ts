import type { Actor } from "#app/modules/access/actor.ts";
import { changeFollowingIn } from "#app/modules/event-series/change-following.server.ts";
import {
  changePlanIn,
  type PlanChange,
  type PlanChanged,
} from "#app/modules/events/change-event.server.ts";
import type { MovedPart } from "#app/modules/events/moved.ts";
import { cancelPartyIn } from "#app/modules/registrations/cancel-registration.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import {
  endCheckoutOf,
  unlessBeingPaid,
} from "#app/modules/registrations/end-checkout-of.server.ts";
import { moveToSessionIn } from "#app/modules/registrations/follow-plan.server.ts";
import { keepOverIn } from "#app/modules/registrations/let-in-over.server.ts";
import { readParty } from "#app/modules/registrations/lock-registration.server.ts";
import { type LockedEvent, lockEvent } from "#app/modules/seats/lock-event.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { CANCELLED, type HomeDecision, problemOf, WHOLE_EVENT } from "./change-meaning.ts";
import { type ChangeMeaning, loadMeaning } from "./load-meaning.server.ts";
import { loadOver } from "./load-over.server.ts";

export type EventChange = PlanChange & {
  /** Where the parties of sessions go that are held no more. */
  homes: readonly HomeDecision[];
  /** The children who fit no age group any more, as whoever saves has seen. */
  unplaced: readonly number[];
  /** Says what is said of it of those that follow in its series, too. */
  following: boolean;
};

export type EventChanged =
  | Exclude<PlanChanged, { refusal: "to-agree" }>
  /** Nothing was saved before it was seen and decided what it means to those who registered. */
  | ({ ok: false; refusal: "to-agree"; moved: MovedPart[] } & ChangeMeaning)
  /** Somebody of those who would be cancelled is paying at this moment. */
  | { ok: false; refusal: "being-paid" };

/**
 * Gives a published event another plan, with what was decided about the parties that have no place in it: all of it in
 * one transaction, or nothing.
 */
export async function changeEvent(change: EventChange, actor: Actor): Promise<EventChanged> {
  const { eventId, homes, now } = change;
  for (const { session, to } of homes) {
    if (to !== CANCELLED) continue;
    for (const id of await partiesOf(db(), eventId, session)) await endCheckoutOf(id);
  }
  return unlessBeingPaid(() =>
    changePublishedEvent<EventChanged>(eventId, (tx) => changeIn(tx, change, actor), now),
  );
}

async function changeIn(tx: Db, change: EventChange, actor: Actor): Promise<EventChanged> {
  const { eventId, plan, homes, now } = change;
  const before = await lockEvent(tx, eventId, now);
  const meaning = before
    ? await loadMeaning(tx, eventId, before.plan, plan)
    : { concerned: 0, homeless: [], unplaced: [] };
  const answer = await changePlanIn(tx, change, actor);
  if (!answer.ok && answer.refusal !== "to-agree") return answer;
  const homeless = meaning.homeless.map((each) => ({ ...each, problem: problemOf(each, homes) }));
  const { concerned, unplaced } = meaning;
  const toAgree = { ok: false as const, refusal: "to-agree" as const, concerned, unplaced };
  const isSeen =
    homeless.every(({ problem }) => problem === null) &&
    unplaced.every(({ personId }) => change.unplaced.includes(personId));
  if (!answer.ok || !isSeen) return { ...toAgree, moved: answer.moved, homeless };
  const after = await lockEvent(tx, eventId, now);
  for (const { session } of homeless) {
    const decision = homes.find((each) => each.session === session);
    if (!after || !decision || (await rehouse(tx, after, decision, actor))) continue;
    // Each had room alone; together those of two sessions have not.
    const asked = homeless.map((each) =>
      each.session === session ? { ...each, problem: "reason" as const } : each,
    );
    return { ...toAgree, moved: answer.moved, homeless: asked };
  }
  if (change.following) await changeFollowingIn(tx, change, actor);
  return answer;
}

/** False where there is no room, and no reason was given to let them in over capacity. */
async function rehouse(
  tx: Db,
  event: LockedEvent,
  { session, to, reason }: HomeDecision,
  actor: Actor,
): Promise<boolean> {
  const ids = await partiesOf(tx, event.id, session);
  for (const id of ids) {
    const party = await readParty(tx, id);
    if (to === CANCELLED) {
      await cancelPartyIn(tx, event, party, { memberId: null, reason, ...actor });
    } else {
      const home = to === WHOLE_EVENT ? null : to;
      await moveToSessionIn(tx, event, party, { session: home, by: actor.by });
    }
  }
  if (to === CANCELLED) return true;
  const over = await loadOver(tx, event.id, event.plan.limits);
  const theirs = ids.filter((id) => over.some(({ parties }) => parties.includes(id)));
  if (theirs.length > 0 && reason === "") return false;
  for (const id of theirs) {
    await keepOverIn(tx, event, await readParty(tx, id), { reason }, actor);
  }
  return true;
}

const partiesOf = async (on: Db, eventId: number, session: string): Promise<number[]> => {
  const rows = await on.registration.findMany({
    where: { eventId, session, state: { in: ["registered", "waiting"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};
