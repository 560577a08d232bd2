import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

/** As many as are shown: they are answered, not collected. */
const SHOWN = 50;

/** Objections that wait for an answer, the oldest first. */
export async function loadObjections(db: Db) {
  const rows = await db.earlyAccessDelay.findMany({
    where: { objectedAt: { not: null }, answeredAt: null },
    orderBy: { objectedAt: "asc" },
    take: SHOWN,
    select: {
      id: true,
      why: true,
      until: true,
      objection: true,
      objectedAt: true,
      member: { select: { number: true, person: { select: { name: true } } } },
      registration: {
        select: {
          id: true,
          entryId: true,
          event: { select: { id: true, plan: true } },
          outcome: { select: { deposit: true } },
        },
      },
    },
  });
  const withMoney = await db.payment.findMany({
    where: {
      purpose: "event",
      state: "paid",
      reference: { in: rows.map(({ registration }) => String(registration.id)) },
    },
    select: { reference: true },
  });
  const hasPaid = new Set(withMoney.map(({ reference }) => Number(reference)));
  return rows.map(({ member, registration, why, ...row }) => ({
    ...row,
    why: why as "no-show" | "late-cancellation",
    memberNumber: member.number,
    memberName: member.person.name,
    eventId: registration.event.id,
    title: readPlan(registration.event.plan).title,
    /** What comes back where it is taken back. */
    kept: keptOf(why, registration, hasPaid.has(registration.id)),
  }));
}

/** What was kept: of who did not come the deposit alone, of who cancelled late all that they had paid. */
function keptOf(
  why: string,
  party: { entryId: bigint | null; outcome: { deposit: string | null } | null },
  hasPaid: boolean,
): "deposit" | "points" | "money" | null {
  if (why === "no-show") return party.outcome?.deposit === "kept" ? "deposit" : null;
  if (party.entryId !== null) return "points";
  return hasPaid ? "money" : null;
}

export type OpenObjection = Awaited<ReturnType<typeof loadObjections>>[number];
