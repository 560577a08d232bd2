import { Prisma } from "#app/generated.server/prisma/client.ts";
import { ofGift, stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { GiftDates, GiftKind, GiftTier } from "./gift.ts";
import { type GiftState, giftState } from "./gift-state.ts";
import { type KeptView, keptViews, LISTED_AT_MOST } from "./kept-views.ts";

/** A gift as the list of whoever keeps them shows it. */
export type KeptGift = {
  giftId: number;
  sku: string;
  kind: GiftKind;
  titleEn: string;
  titleZh: string;
  points: number;
  moneyMinor: number;
  currency: string;
  tier: GiftTier;
  state: GiftState;
  /** The small size of its first photo; else its drawing, where it has one. */
  photoId: number | null;
  drawing: string | null;
  /** Pieces of all its sizes, in all places. Free is what nobody has been promised. */
  onHand: number;
  promised: number;
  free: number;
  isLow: boolean;
  /** How many save for it. */
  savers: number;
};

type Row = Omit<KeptGift, "state"> & GiftDates;

/**
 * The catalogue in its order of showing, whole, in one query; archived gifts only where they are asked for.
 *
 * @param ask.search a part of a title in either language, or of a SKU.
 * @returns the gifts of the view, and how many there are in each.
 */
export async function loadKeptGifts(
  on: Db,
  ask: { view: KeptView; search: string },
  now = new Date(),
): Promise<{ gifts: KeptGift[]; counts: Record<KeptView, number> }> {
  const like = `%${ask.search.replace(/[\\%_]/g, "\\$&")}%`;
  const found =
    ask.search === ""
      ? Prisma.sql`true`
      : Prisma.sql`(gift.title_en ilike ${like} or gift.title_zh ilike ${like} or gift.sku ilike ${like})`;
  const rows = await on.$queryRaw<Row[]>`
    select gift.id as "giftId", gift.sku, gift.kind, gift.title_en as "titleEn", gift.title_zh as "titleZh",
      gift.points, gift.money_minor as "moneyMinor", gift.currency, gift.tier, gift.drawing,
      gift.visible_from as "visibleFrom", gift.visible_until as "visibleUntil",
      gift.available_from as "availableFrom", gift.available_until as "availableUntil",
      gift.archived_at as "archivedAt",
      (select small_id from gift_photo where gift_id = gift.id order by position, id limit 1) as "photoId",
      stock.on_hand as "onHand", stock.promised, stock.free,
      gift.archived_at is null and gift.low_at is not null and stock.free <= gift.low_at as "isLow",
      (select count(*)::int from gift_goal where gift_id = gift.id) as savers
    from gift cross join lateral ${stockOf(ofGift)} as stock
    where ${found}
    order by gift.position, gift.id`;
  const all = rows.map(
    ({ visibleFrom, visibleUntil, availableFrom, availableUntil, archivedAt, ...gift }) => ({
      ...gift,
      state: giftState(
        { visibleFrom, visibleUntil, availableFrom, availableUntil, archivedAt },
        now,
      ),
    }),
  );
  const inView = (view: KeptView) => all.filter((gift) => isIn(view, gift));
  return {
    gifts: inView(ask.view).slice(0, LISTED_AT_MOST),
    counts: Object.fromEntries(keptViews.map((view) => [view, inView(view).length])) as Record<
      KeptView,
      number
    >,
  };
}

function isIn(view: KeptView, { state, isLow }: KeptGift): boolean {
  if (view === "all") return state !== "archived";
  return view === "low" ? isLow : state === view;
}
