import { Prisma } from "#app/generated.server/prisma/client.ts";
import { ofGift, stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { findGifts, type GiftSearch } from "./find-gifts.ts";
import type { Fulfilment, GiftDates, GiftKind, GiftTier } from "./gift.ts";
import type { GiftPhoto } from "./gift-photo.ts";
import { isShown, photosOf, takenOf } from "./gift-sql.server.ts";
import { fewLeft, lastDayNear } from "./last-of-it.ts";
import { loadSaver, type MemberSaver } from "./load-saver.server.ts";
import { type GiftObstacle, obstacleTo } from "./obstacle.ts";
import { reachOf, type WayToGift } from "./reach.ts";

/** A gift as the catalogue lists it, in the reader's language. */
export type ListedGift = {
  id: number;
  sku: string;
  kind: GiftKind;
  title: string;
  points: number;
  moneyMinor: number;
  /** Of its money: the one in which it was priced. */
  currency: string;
  tier: GiftTier;
  drawing: string | null;
  photo: GiftPhoto | null;
  /** Why it cannot be taken now, whatever it costs. */
  obstacle: GiftObstacle | null;
  /** How many are left, where they are few. */
  left: number | null;
  /** From when on it cannot be had any more, where that is soon. */
  endsAt: Date | null;
};

/** With how near it is to one's own points. */
export type OwnListedGift = ListedGift & WayToGift & { pinned: boolean };

export type OwnCatalogue = {
  saver: MemberSaver;
  /** In the catalogue's order. */
  gifts: OwnListedGift[];
  /** What the member saves for, whether or not it was looked for. */
  goals: OwnListedGift[];
};

type Row = GiftDates & {
  id: number;
  sku: string;
  kind: GiftKind;
  fulfilment: Fulfilment;
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
  points: number;
  moneyMinor: number;
  currency: string;
  tier: GiftTier;
  drawing: string | null;
  limitPerMember: number | null;
  limitTotal: number | null;
  lowAt: number | null;
  photos: GiftPhoto[];
  free: number;
  atOnce: number;
  takenByMember: number;
  takenByAll: number;
  pinned: boolean;
};

/**
 * Reads the catalogue as a member sees it, in two queries side by side, however many gifts there are.
 *
 * @param now for tests.
 */
export async function loadOwnCatalogue(
  db: Db,
  memberId: number,
  search: GiftSearch,
  locale: Locale,
  now = new Date(),
): Promise<OwnCatalogue> {
  const [saver, rows] = await Promise.all([
    loadSaver(db, memberId, now),
    loadRows(db, memberId, now),
  ]);
  const own = (row: Row): OwnListedGift => ({
    ...listed(row, saver.tier, locale, now),
    ...reachOf(row.points, saver, saver.almostServices),
    pinned: row.pinned,
  });
  return {
    saver,
    gifts: findGifts(rows, search).map(own),
    goals: rows.filter(({ pinned }) => pinned).map(own),
  };
}

/** Reads the catalogue as everybody sees it: what is for gold alone is there, and says so. */
export async function loadPublicCatalogue(
  db: Db,
  search: GiftSearch,
  locale: Locale,
  now = new Date(),
): Promise<ListedGift[]> {
  const rows = await loadRows(db, null, now);
  return findGifts(rows, search).map((row) => listed(row, "gold", locale, now));
}

function listed(row: Row, memberTier: GiftTier, locale: Locale, now: Date): ListedGift {
  const { takenByMember, takenByAll, atOnce, limitTotal } = row;
  const moment = { now, quantity: 1, memberTier, takenByMember, takenByAll, free: atOnce };
  return {
    id: row.id,
    sku: row.sku,
    kind: row.kind,
    title: inLanguage(locale, { en: row.titleEn, zh: row.titleZh }),
    points: row.points,
    moneyMinor: row.moneyMinor,
    currency: row.currency,
    tier: row.tier,
    drawing: row.drawing,
    photo: row.photos[0] ?? null,
    obstacle: obstacleTo(row, moment),
    left: fewLeft(row.free, limitTotal === null ? null : limitTotal - takenByAll, row.lowAt),
    endsAt: lastDayNear(row, now),
  };
}

function loadRows(db: Db, memberId: number | null, now: Date): Promise<Row[]> {
  const at = Prisma.sql`${now}::timestamptz`;
  const byMember = Prisma.sql`redemption.member_id = ${memberId}::int`;
  return queryRows<Row>(
    db,
    Prisma.sql`
    select gift.id, gift.sku, gift.kind, gift.fulfilment, gift.title_en as "titleEn", gift.title_zh as "titleZh",
      gift.about_en as "aboutEn", gift.about_zh as "aboutZh", gift.points,
      gift.money_minor as "moneyMinor", gift.currency, gift.tier, gift.drawing,
      gift.limit_per_member as "limitPerMember", gift.limit_total as "limitTotal",
      gift.low_at as "lowAt", gift.visible_from as "visibleFrom", gift.visible_until as "visibleUntil",
      gift.available_from as "availableFrom", gift.available_until as "availableUntil",
      gift.archived_at as "archivedAt", ${photosOf(1)} as photos,
      stock.free, stock.at_once as "atOnce",
      ${takenOf(Prisma.sql`gift.limit_per_member`, byMember)} as "takenByMember",
      ${takenOf(Prisma.sql`gift.limit_total`, Prisma.sql`true`)} as "takenByAll",
      exists (select from gift_goal goal
        where goal.gift_id = gift.id and goal.member_id = ${memberId}::int) as pinned
    from gift cross join lateral ${stockOf(ofGift)} stock
    where ${isShown(at)}
    order by gift.position, gift.id`,
  );
}
