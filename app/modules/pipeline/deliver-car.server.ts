import type { Actor } from "#app/modules/access/actor.ts";
import { takeTurnsByHand } from "#app/modules/adjustments/give-by-hand.server.ts";
import type { CarNames } from "#app/modules/garage/car-names.ts";
import { type RegisteredCar, registerCar } from "#app/modules/garage/register-car.server.ts";
import { bringMember } from "#app/modules/joining/bring-member.server.ts";
import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { type LockedLead, type NotOpen, openLead } from "#app/modules/leads/lock-lead.server.ts";
import { moveLocked } from "#app/modules/leads/move-lead.server.ts";
import { settleWelcome } from "#app/modules/leads/settle-welcome.server.ts";
import { decideMove } from "#app/modules/leads/stage.ts";
import { writeLead } from "#app/modules/leads/write-lead.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import { takeFriendsTurn } from "./find-again.server.ts";

export type Delivery = CarNames & {
  leadId: number;
  revision: number;
  model: string | null;
  /** Lower case, where the friend has one. */
  email: string | null;
};

export type CarDelivered =
  /** `claimed`: somebody holds that car, and the desk says what becomes of that. */
  | { ok: true; repeated: boolean; claimed: boolean }
  | {
      ok: false;
      refusal:
        | NotOpen
        | "not-accepted"
        | "forgotten"
        | "email-taken"
        | "car-names-two-cars"
        | "no-car"
        | "own-car";
    };

/**
 * Hands a car over to a friend: the friend becomes a member, or is found as the one they became by themselves meanwhile,
 * the car becomes theirs, the lead is delivered, and points follow for both. All of it, or nothing.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function deliverCar(
  delivery: Delivery,
  actor: Actor,
  now?: Date,
): Promise<CarDelivered> {
  return inRetriedTransaction<CarDelivered>(async (tx, rollBack) => {
    const { leadId } = delivery;
    await takeTurnsByHand(tx, actor.by);
    // A friend may have two leads, and becomes one member.
    await takeFriendsTurn(tx, leadId);
    const opened = await openLead(tx, { leadId, revision: null }, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    if (lead.stage === "delivered" && lead.memberId !== null) {
      return { ok: true, repeated: true, claimed: false };
    }
    if (delivery.revision !== lead.revision) return { ok: false, refusal: "changed-meanwhile" };
    const move = lead.stage === "delivered" ? null : decideMove(lead, "delivered", null);
    if (move && !move.ok) return { ok: false, refusal: "not-accepted" };
    const who = await friendInClub(tx, lead, delivery);
    if (!who.ok) return who;
    if (who.personId === actor.by) rollBack({ ok: false, refusal: "own-car" });
    const car = await registerCar(tx, {
      ...{ vin: delivery.vin, plate: delivery.plate, model: delivery.model },
      ...{ memberId: who.memberId, personId: who.personId, orderNumber: null },
      ...{ by: "desk", clerk: actor },
    });
    const refusal = refusalOf(car);
    if (refusal) rollBack({ ok: false, refusal });
    const bought = { ...lead, memberId: who.memberId };
    await writeLead(tx, leadId, { memberId: who.memberId });
    if (move) await moveLocked(tx, bought, { to: "delivered", reason: null }, actor);
    else await settleWelcome(tx, bought, "other");
    await writeAudit(tx, {
      personId: actor.by,
      action: "lead.delivered",
      subject: `lead:${leadId}`,
      detail: { memberId: who.memberId },
      address: actor.address,
    });
    const claimed = car.ok && car.state === "claimed-open";
    return { ok: true, repeated: false, claimed };
  });
}

/** A car that they brought themselves when they joined is theirs already. */
function refusalOf(car: RegisteredCar): "car-names-two-cars" | "no-car" | null {
  if (car.ok || car.refusal === "yours-already") return null;
  return car.refusal === "names-two-cars" ? "car-names-two-cars" : "no-car";
}

type InClub =
  | { ok: true; personId: number; memberId: number; brought: boolean }
  | { ok: false; refusal: "forgotten" | "email-taken" };

/** The friend as a member: whom an earlier sale made one, who has joined with the same phone, or else somebody new. */
async function friendInClub(tx: Db, lead: LockedLead, { email }: Delivery): Promise<InClub> {
  const friend = await tx.lead.findUniqueOrThrow({
    where: { id: lead.id },
    select: { friendName: true, friendPhone: true, locale: true },
  });
  const { friendName: name, friendPhone: phone } = friend;
  if (name === null || phone === null) return { ok: false, refusal: "forgotten" };
  const select = { id: true, personId: true } as const;
  const earlier =
    lead.memberId === null
      ? null
      : await tx.member.findFirst({
          where: { id: lead.memberId, person: { closedAt: null } },
          select,
        });
  const known =
    earlier ??
    (await tx.member.findFirst({
      where: { person: { phone, closedAt: null } },
      orderBy: { id: "asc" },
      select,
    }));
  if (known) return { ok: true, memberId: known.id, personId: known.personId, brought: false };
  const clock = await readLeadClock(tx, lead);
  const book = await loadRuleBook(tx);
  const locale = isLocale(friend.locale) ? friend.locale : "en";
  const { time } = clock;
  const brought = await bringMember(
    tx,
    { name, phone, email, locale },
    { book, time, now: lead.now },
  );
  return brought.ok ? { ...brought, brought: true } : brought;
}
