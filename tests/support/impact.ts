import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import type { TypedCount } from "#app/modules/impact/judge-counts.ts";
import { loadImpactPage } from "#app/modules/impact/load-impact-page.server.ts";
import { type ImpactRecord, recordImpact } from "#app/modules/impact/record-impact.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { db } from "#app/platform/db.server.ts";
import { allIn, atGate } from "../integration/attendance/marking-fixtures.ts";
import { anOrganiser, aPlan, aPublishedEvent, EVENT_STARTS } from "./events.ts";
import type { TestMember } from "./people.ts";
import { aPartyOf, registered } from "./registrations.ts";

/** An hour before the test event is over. */
export const WHILE_PLANTING = new Date(EVENT_STARTS.getTime() + 3_600_000);

/** Trees planted, by party, ten points each. */
export const TREES: EventPlan["impact"] = {
  ...{ unit: { en: "trees planted", zh: "棵树" }, one: "tree planted", key: "trees" },
  ...{ per: "party", pointsPerUnit: 10 },
};

export const aPlanting = (changes: Partial<EventPlan> = {}) =>
  aPublishedEvent({ plan: aPlan({ kind: "tree-planting", impact: TREES, ...changes }) });

/** A party of so many adults that came, with the ids of its people. */
export async function cameTo(event: { eventId: number }, adults = 1, member?: TestMember) {
  const { registrationId, member: who } = await registered(
    event,
    { party: aPartyOf(adults) },
    member,
  );
  const people = await db().registrationPerson.findMany({
    where: { registrationId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const personIds = people.map(({ id }) => id);
  const { by } = await anOrganiser();
  const marks = allIn({ id: registrationId, personIds });
  await recordMarks({ eventId: event.eventId, marks, by: { by } }, atGate(1));
  return { registrationId, personIds, member: who };
}

/** A count of a party that nobody has counted before; the test changes what it is about. */
export const aCount = (registrationId: number, amount: number | null): TypedCount => ({
  registrationId,
  personId: null,
  amount,
  seen: { amount: null, version: 0 },
});

/** Keeps counts as a helper of the day does. */
export async function counted(
  eventId: number,
  counts: ImpactRecord["counts"],
  { reason = "", actor }: { reason?: string; actor?: { by: number; address: string } } = {},
) {
  const who = actor ?? (await anOrganiser());
  return recordImpact({ eventId, counts, reason }, who, WHILE_PLANTING);
}

/** The counting page of an event. */
export async function pageOf(eventId: number) {
  const page = await loadImpactPage(db(), eventId, { name: "", after: 0 });
  if (!page) throw new Error("There is no such event.");
  return page;
}

/** How many trees an event comes to, as its page says. */
export const treesOf = async (eventId: number) => (await pageOf(eventId)).impact?.amount;

/** What a member has in points while the trees are planted. */
export const pointsOf = async ({ accountId }: { accountId: number }) =>
  (await loadBalance(db(), accountId, WHILE_PLANTING)).posted;
