import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";

/** An order judged under two versions of the rules. */
export type OrderUnderBoth = {
  store: string;
  number: string;
  settledAt: Date;
  kind: WorkKind;
  programme: string;
  /** Of the member at its settlement, under the rules before. */
  tier: "silver" | "gold";
  before: number;
  after: number;
};

export type MemberUnderBoth = {
  number: string;
  name: string;
  goldBefore: boolean;
  goldAfter: boolean;
  orders: readonly OrderUnderBoth[];
};

type Sums = { orders: number; before: number; after: number };
/** Orders of one tier, programme or kind together. */
export type PreviewPart = Sums & { key: string };

/** What a change of the rules would have done to some orders. */
export type PreviewResult = Sums & {
  /** Orders that would have earned otherwise. */
  changed: number;
  /** Members among them who would be gold at the end. */
  gold: { before: number; after: number };
  byTier: PreviewPart[];
  byProgramme: PreviewPart[];
  byKind: PreviewPart[];
  topOrders: (OrderUnderBoth & { member: string })[];
  topMembers: (Sums & { number: string; name: string })[];
};

const TOP = 10;

/** Adds up members one after the other and keeps no more of them than the result names. */
export function previewTally(): { add(member: MemberUnderBoth): void; result(): PreviewResult } {
  const total = noSums();
  const gold = { before: 0, after: 0 };
  let changed = 0;
  const parts = { tier: partsMap(), programme: partsMap(), kind: partsMap() };
  const topOrders = top<PreviewResult["topOrders"][number]>();
  const topMembers = top<PreviewResult["topMembers"][number]>();
  return {
    add({ number, name, goldBefore, goldAfter, orders }) {
      const own = noSums();
      for (const order of orders) {
        for (const sums of [
          total,
          own,
          partOf(parts.tier, order.tier),
          partOf(parts.programme, order.programme),
          partOf(parts.kind, order.kind),
        ]) {
          sums.orders += 1;
          sums.before += order.before;
          sums.after += order.after;
        }
        if (order.before === order.after) continue;
        changed += 1;
        topOrders.offer({ ...order, member: number });
      }
      gold.before += goldBefore ? 1 : 0;
      gold.after += goldAfter ? 1 : 0;
      if (own.before !== own.after) topMembers.offer({ ...own, number, name });
    },
    result: () => ({
      ...total,
      changed,
      gold,
      byTier: listed(parts.tier),
      byProgramme: listed(parts.programme),
      byKind: listed(parts.kind),
      topOrders: topOrders.list(),
      topMembers: topMembers.list(),
    }),
  };
}

const noSums = (): Sums => ({ orders: 0, before: 0, after: 0 });
const partsMap = () => new Map<string, Sums>();

function partOf(parts: Map<string, Sums>, key: string): Sums {
  const known = parts.get(key);
  if (known) return known;
  const sums = noSums();
  parts.set(key, sums);
  return sums;
}

const listed = (parts: Map<string, Sums>): PreviewPart[] =>
  [...parts].map(([key, sums]) => ({ key, ...sums })).sort((a, b) => b.orders - a.orders);

/** Those that change most, up or down; of equals the first to come. */
function top<Item extends { before: number; after: number }>() {
  const size = ({ before, after }: Item) => Math.abs(after - before);
  let items: Item[] = [];
  return {
    offer(item: Item) {
      const least = items.at(-1);
      if (items.length === TOP && least && size(item) <= size(least)) return;
      items = [...items, item].sort((a, b) => size(b) - size(a)).slice(0, TOP);
    },
    list: () => items,
  };
}
