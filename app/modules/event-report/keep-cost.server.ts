import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import type { TypedCostAct } from "./forms.ts";

export type CostKept =
  | { ok: true }
  | {
      ok: false;
      /** `changed`: a colleague has changed it since the page was read, or taken it back. */
      refusal: "no-such-event" | "no-such-cost" | "changed";
    };

/**
 * Notes a cost of an event, changes one or takes it back. What it was stays as a step. A form that comes again changes
 * nothing; of two who change one cost the second is told.
 */
export const keepCost = (
  eventId: number,
  act: TypedCostAct,
  actor: Actor,
  now = new Date(),
): Promise<CostKept> =>
  inRetriedTransaction(async (tx) => {
    if (act.intent === "add") return addCost(tx, eventId, act, actor, now);
    return changeCost(tx, eventId, act, actor, now);
  });

type Adding = Extract<TypedCostAct, { intent: "add" }>;

async function addCost(
  tx: Db,
  eventId: number,
  { label, amount, requestKey }: Adding,
  actor: Actor,
  at: Date,
): Promise<CostKept> {
  const event = await tx.event.findFirst({
    where: { id: eventId, NOT: { state: "draft" } },
    select: { id: true },
  });
  if (!event) return { ok: false, refusal: "no-such-event" };
  const { currency } = await loadClub(tx);
  const [made] = await tx.$queryRaw<{ id: number }[]>`
    insert into event_cost (event_id, label, amount_minor, currency, request_key, created_at)
    values (${eventId}, ${label}, ${amount}, ${currency}, ${requestKey}, ${at})
    on conflict (request_key) do nothing returning id`;
  if (!made) return { ok: true };
  const amountMinor = BigInt(amount);
  await tx.eventCostStep.create({
    data: { ...{ costId: made.id, version: 1, label, amountMinor }, by: actor.by, at },
  });
  const cost = { label, amountMinor, currency };
  await note(tx, { action: "event-cost.noted", eventId, cost }, actor);
  return { ok: true };
}

async function changeCost(
  tx: Db,
  eventId: number,
  act: Exclude<TypedCostAct, Adding>,
  actor: Actor,
  at: Date,
): Promise<CostKept> {
  await tx.$queryRaw`select from event_cost where id = ${act.cost} for update`;
  const cost = await tx.eventCost.findFirst({ where: { id: act.cost, eventId } });
  const { currency } = await loadClub(tx);
  // What was typed in other money than the club has today can only be taken back: no form says which money it means.
  if (!cost || (act.intent === "change" && cost.currency !== currency)) {
    return { ok: false, refusal: "no-such-cost" };
  }
  const to =
    act.intent === "change"
      ? { label: act.label, amountMinor: BigInt(act.amount), takenBackAt: null }
      : { label: cost.label, amountMinor: cost.amountMinor, takenBackAt: cost.takenBackAt ?? at };
  const isSame =
    to.label === cost.label &&
    to.amountMinor === cost.amountMinor &&
    to.takenBackAt === cost.takenBackAt;
  if (isSame) return { ok: true };
  if (cost.takenBackAt !== null || cost.version !== act.version) {
    return { ok: false, refusal: "changed" };
  }
  const version = cost.version + 1;
  await tx.eventCost.update({ where: { id: cost.id }, data: { ...to, version } });
  const amountMinor = to.takenBackAt === null ? to.amountMinor : null;
  await tx.eventCostStep.create({
    data: { ...{ costId: cost.id, version, label: to.label, amountMinor }, by: actor.by, at },
  });
  const noted = {
    action: act.intent === "change" ? "event-cost.changed" : "event-cost.taken-back",
    ...{ eventId, cost: { ...to, currency: cost.currency } },
  };
  await note(tx, noted, actor);
  return { ok: true };
}

type NotedAct = {
  action: string;
  eventId: number;
  cost: { label: string; amountMinor: bigint; currency: string };
};

const note = (tx: Db, { action, eventId, cost }: NotedAct, { by, address }: Actor) =>
  writeAudit(tx, {
    ...{ personId: by, action, subject: `event:${eventId}`, address },
    detail: {
      description: cost.label,
      sum: formatMoney(Number(cost.amountMinor), cost.currency, "en"),
    },
  });
