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
          event: { select: { id: true, plan: true } },
          outcome: { select: { deposit: true } },
        },
      },
    },
  });
  return rows.map(({ member, registration, why, ...row }) => ({
    ...row,
    why: why as "no-show" | "late-cancellation",
    memberNumber: member.number,
    memberName: member.person.name,
    eventId: registration.event.id,
    title: readPlan(registration.event.plan).title,
    depositKept: registration.outcome?.deposit === "kept",
  }));
}

export type OpenObjection = Awaited<ReturnType<typeof loadObjections>>[number];
