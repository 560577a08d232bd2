import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import {
  type Fulfilment,
  type GiftDates,
  type GiftKind,
  type GiftTier,
  isVisible,
} from "./gift.ts";
import type { GiftPhoto } from "./gift-photo.ts";
import { photosOf, takenOf } from "./gift-sql.server.ts";
import { fewLeft, lastDayNear } from "./last-of-it.ts";
import { loadSaver, type MemberSaver } from "./load-saver.server.ts";
import { type GiftObstacle, obstacleTo } from "./obstacle.ts";
import { reachOf, type WayToGift } from "./reach.ts";

/** A size or colour, as its page offers it. */
export type GiftChoice = {
  variantId: number;
  /** Empty where the gift has no sizes. */
  name: string;
  /** The most pieces that can be had at once. */
  atOnce: number;
  /** How many are left, where they are few. */
  left: number | null;
};

/** A gift's page in the reader's language. */
export type GiftPage = {
  id: number;
  sku: string;
  kind: GiftKind;
  title: string;
  about: string;
  points: number;
  moneyMinor: number;
  /** Of its money: the one in which it was priced. */
  currency: string;
  tier: GiftTier;
  fulfilment: Fulfilment;
  limitPerMember: number | null;
  voucherUses: number;
  voucherDays: number;
  drawing: string | null;
  photos: GiftPhoto[];
  /** The small print that holds, and its version; null where there is none. */
  terms: { version: number; body: string } | null;
  choices: GiftChoice[];
  obstacle: GiftObstacle | null;
  endsAt: Date | null;
};

/** With what is the member's own. */
export type OwnGiftPage = GiftPage & {
  saver: MemberSaver;
  way: WayToGift;
  pinned: boolean;
  /** The most pieces that this member can take at once by limits, shelves and points; nought for none. */
  most: number;
  /** Where it can be collected. */
  stores: { id: number; name: string }[];
  /** The one where they collected last, if it is still open. */
  lastStoreId: number | null;
};

/** The most pieces that a form offers at once. */
const MOST = 10;

type Row = GiftDates & {
  id: number;
  sku: string;
  kind: GiftKind;
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
  points: number;
  moneyMinor: number;
  currency: string;
  tier: GiftTier;
  fulfilment: Fulfilment;
  limitPerMember: number | null;
  limitTotal: number | null;
  voucherUses: number;
  voucherDays: number;
  lowAt: number | null;
  drawing: string | null;
  photos: GiftPhoto[];
  terms: { version: number; en: string; zh: string } | null;
  variants: { id: number; en: string; zh: string; free: number; atOnce: number }[];
  takenByMember: number;
  takenByAll: number;
  pinned: boolean;
  stores: StoreChoice[];
  lastStoreId: number | null;
};

/**
 * Reads a gift's page for a member, in two queries side by side.
 *
 * @returns null for a gift that is not shown.
 */
export async function loadOwnGift(
  db: Db,
  giftId: number,
  memberId: number,
  locale: Locale,
  now = new Date(),
): Promise<OwnGiftPage | null> {
  const [saver, [row]] = await Promise.all([
    loadSaver(db, memberId, now),
    loadRow(db, Prisma.sql`gift.id = ${giftId}`, memberId),
  ]);
  if (!row || !isVisible(row, now)) return null;
  const page = pageOf(row, saver.tier, locale, now);
  const { stores, lastStoreId } = row;
  return {
    ...page,
    saver,
    way: reachOf(row.points, saver, saver.almostServices),
    pinned: row.pinned,
    most: mostOf(row, saver),
    stores: stores.map(({ id, name }) => ({ id, name: inLanguage(locale, name) })),
    lastStoreId: stores.some(({ id }) => id === lastStoreId) ? lastStoreId : null,
  };
}

/** Reads a gift's page for everybody, by its SKU; null for a gift that is not shown. */
export async function loadPublicGift(
  db: Db,
  sku: string,
  locale: Locale,
  now = new Date(),
): Promise<GiftPage | null> {
  const [row] = await loadRow(db, Prisma.sql`gift.sku = ${sku}`, null);
  return row && isVisible(row, now) ? pageOf(row, "gold", locale, now) : null;
}

function pageOf(row: Row, memberTier: GiftTier, locale: Locale, now: Date): GiftPage {
  const { takenByMember, takenByAll, limitTotal, terms } = row;
  const free = Math.max(0, ...row.variants.map(({ atOnce }) => atOnce));
  const leftOfAll = limitTotal === null ? null : limitTotal - takenByAll;
  return {
    id: row.id,
    sku: row.sku,
    kind: row.kind,
    title: inLanguage(locale, { en: row.titleEn, zh: row.titleZh }),
    about: inLanguage(locale, { en: row.aboutEn, zh: row.aboutZh }),
    points: row.points,
    moneyMinor: row.moneyMinor,
    currency: row.currency,
    tier: row.tier,
    fulfilment: row.fulfilment,
    limitPerMember: row.limitPerMember,
    voucherUses: row.voucherUses,
    voucherDays: row.voucherDays,
    drawing: row.drawing,
    photos: row.photos,
    terms: terms && { version: terms.version, body: inLanguage(locale, terms) },
    choices: row.variants.map((variant) => ({
      variantId: variant.id,
      name: inLanguage(locale, variant),
      atOnce: variant.atOnce,
      left: fewLeft(variant.free, leftOfAll, row.lowAt),
    })),
    obstacle: obstacleTo(row, { now, quantity: 1, memberTier, takenByMember, takenByAll, free }),
    endsAt: lastDayNear(row, now),
  };
}

function mostOf(row: Row, saver: MemberSaver): number {
  const { limitPerMember, limitTotal, points } = row;
  return Math.max(
    0,
    Math.min(
      MOST,
      ...(limitPerMember === null ? [] : [limitPerMember - row.takenByMember]),
      ...(limitTotal === null ? [] : [limitTotal - row.takenByAll]),
      ...(points === 0 ? [] : [Math.floor(saver.available / points)]),
      Math.max(0, ...row.variants.map(({ atOnce }) => atOnce)),
    ),
  );
}

function loadRow(db: Db, which: Prisma.Sql, memberId: number | null): Promise<Row[]> {
  const byMember = Prisma.sql`redemption.member_id = ${memberId}::int`;
  return queryRows<Row>(
    db,
    Prisma.sql`
    select gift.id, gift.sku, gift.kind, gift.title_en as "titleEn", gift.title_zh as "titleZh",
      gift.about_en as "aboutEn", gift.about_zh as "aboutZh", gift.points,
      gift.money_minor as "moneyMinor", gift.currency, gift.tier, gift.fulfilment, gift.drawing,
      gift.limit_per_member as "limitPerMember", gift.limit_total as "limitTotal",
      gift.voucher_uses as "voucherUses", gift.voucher_days as "voucherDays", gift.low_at as "lowAt",
      gift.visible_from as "visibleFrom", gift.visible_until as "visibleUntil",
      gift.available_from as "availableFrom", gift.available_until as "availableUntil",
      gift.archived_at as "archivedAt", ${photosOf(12)} as photos,
      (select jsonb_build_object('version', version, 'en', body_en, 'zh', body_zh)
        from gift_terms where gift_id = gift.id order by version desc limit 1) as terms,
      (select coalesce(jsonb_agg(jsonb_build_object('id', variant.id, 'en', variant.name_en,
          'zh', variant.name_zh, 'free', stock.free, 'atOnce', stock.at_once)
          order by variant.position, variant.id), '[]')
        from gift_variant variant
        cross join lateral ${stockOf(Prisma.sql`level.item_id = variant.stock_item_id`)} stock
        where variant.gift_id = gift.id and variant.archived_at is null) as variants,
      ${takenOf(Prisma.sql`gift.limit_per_member`, byMember)} as "takenByMember",
      ${takenOf(Prisma.sql`gift.limit_total`, Prisma.sql`true`)} as "takenByAll",
      exists (select from gift_goal goal
        where goal.gift_id = gift.id and goal.member_id = ${memberId}::int) as pinned,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', ${storeNamed()})
          order by id), '[]')
        from store where closed_at is null and asked_since is null) as stores,
      (select redemption.collect_store_id from redemption
        where redemption.member_id = ${memberId}::int and redemption.collect_store_id is not null
        order by redemption.id desc limit 1) as "lastStoreId"
    from gift where ${which}`,
  );
}
