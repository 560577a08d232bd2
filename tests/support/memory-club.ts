/** A club in memory, put together from the pure parts alone: what an import has to come to, without a database. */
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { judgeOrder, type OrderAward } from "#app/modules/service/earning.ts";
import { orderContentHash } from "#app/modules/service/order-content.ts";
import { inspectOrderFile, readOrderFile } from "#app/modules/service/order-file.server.ts";
import { afterDecision, decideOrder, type HeldOrder } from "#app/modules/service/order-outcome.ts";
import { orderKey, type ServiceOrder } from "#app/modules/service/service-order.ts";
import { settlementBounds } from "#app/modules/service/settled-at.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import type { TableSource } from "#app/platform/table-file.server.ts";

export const demoTime: ClubTime = clubTime("Asia/Shanghai");
export const demoAsOf: Date = demoTime.startOfDay("2026-11-21");

export type MemoryOrder = HeldOrder & { content: ServiceOrder };

export type MemoryClub = {
  orders: Map<string, MemoryOrder>;
  rows: Record<string, number>;
  rejected: Record<string, number>;
  ignored: number;
};

export function emptyClub(): MemoryClub {
  return { orders: new Map(), rows: {}, rejected: {}, ignored: 0 };
}

/** Imports a file as the use case does, and throws with the refusal where it cannot be read. */
export async function importInto(club: MemoryClub, source: TableSource): Promise<void> {
  const inspection = await inspectOrderFile(source, { maxBytes: 100_000_000 });
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.refusal));
  const bounds = settlementBounds(demoTime, demoAsOf);
  for await (const lines of readOrderFile(source, inspection.file.table, bounds)) {
    for (const line of lines) {
      if (line.as === "ignored") {
        club.ignored++;
      } else if (line.reading.ok) {
        count(club.rows, take(club, line.reading.order));
      } else {
        count(club.rows, "rejected");
        count(club.rejected, line.reading.reason);
      }
    }
  }
}

function take(club: MemoryClub, order: ServiceOrder): string {
  const held = club.orders.get(orderKey(order)) ?? null;
  const row = { rowKind: order.rowKind, paid: order.paid, contentHash: orderContentHash(order) };
  const decision = decideOrder(row, held);
  const content = held === null || decision.takesContent ? order : held.content;
  club.orders.set(orderKey(order), { ...afterDecision(row, held, decision), content });
  return decision.outcome;
}

/** What an order is worth to its holder under the default rules; a cancelled one is worth nothing. */
export function awardOf(
  order: MemoryOrder,
  holder: { tier: "silver" | "gold"; programme: string },
): OrderAward {
  const rowKind = order.cancelled ? "cancellation" : order.content.rowKind;
  const paid = order.content.paid - order.refunded;
  return judgeOrder({ ...order.content, paid, rowKind }, holder, defaultClubRules.earning);
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
