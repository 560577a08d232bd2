import type { Actor } from "#app/modules/access/actor.ts";
import { keepCost } from "#app/modules/event-report/keep-cost.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { DaysOver } from "./days-over.ts";
import { COFFEE_SLUG } from "./surveys.ts";

type Cost = [label: string, amountMinor: number];

const CONTEST: Cost[] = [
  ["画材与画板 · Paper and paint", 128_000],
  ["茶点 · Tea and cake", 96_000],
  ["评委车马费 · Judges’ travel", 60_000],
];
const PLANTING: Cost[] = [
  ["树苗与工具 · Saplings and spades", 210_000],
  ["大巴 · Coach", 180_000],
];
const COFFEE: Cost[] = [["咖啡师半日 · Barista for the morning", 150_000]];

/** What the demo's days that are over cost, as its organiser typed it. Noted once. */
export async function noteDemoCosts(days: DaysOver, keeper: Actor): Promise<void> {
  const coffee = await db().event.findUniqueOrThrow({
    where: { slug: COFFEE_SLUG },
    select: { id: true },
  });
  const costs = [
    [days.contest, CONTEST],
    [days.planting, PLANTING],
    [coffee.id, COFFEE],
  ] as const;
  for (const [eventId, typed] of costs) {
    for (const [place, [label, amount]] of typed.entries()) {
      const requestKey = `demo:cost:${eventId}:${place}`;
      const kept = await keepCost(eventId, { intent: "add", label, amount, requestKey }, keeper);
      if (!kept.ok) throw new Error(`The demo's cost was refused: ${kept.refusal}`);
    }
  }
}
