import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Fulfilment, GiftKind } from "#app/modules/gifts/gift.ts";
import type { GiftPhoto } from "#app/modules/gifts/gift-photo.ts";
import { isShown, photosOf } from "#app/modules/gifts/gift-sql.server.ts";
import { type PaymentFacts, paymentFacts } from "#app/modules/payments/payment-sql.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Qr, qrOf } from "#app/platform/qr.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { DeliveryAddress } from "./delivery.ts";
import { ownerMayCancel, type RedemptionState, type RedemptionStepName } from "./redemption.ts";

/** What a member took, as their list shows it, in their language. */
export type OwnRedemption = {
  id: number;
  title: string;
  kind: GiftKind;
  drawing: string | null;
  photo: GiftPhoto | null;
  state: RedemptionState;
  fulfilment: Fulfilment;
  quantity: number;
  takenAt: Date;
  /** The store where it is collected. */
  store: string | null;
  /** The first instant at which it has not been collected in time. */
  collectBy: Date | null;
  voucher: OwnVoucher | null;
  /** Its money part; null where it has none. */
  payment: PaymentFacts | null;
};

export type OwnVoucher = {
  uses: number;
  left: number;
  /** The last day on which it is good. */
  validThrough: Day;
  /** Whether that day has passed. */
  expired: boolean;
};

/** A step of it, and when; who took it is nobody's business but the owner's own. */
export type OwnStep = {
  step: RedemptionStepName;
  at: Date;
  byOwner: boolean;
  /** What staff said to the member about it. */
  reason: string | null;
  /** Of what ended by itself: whether the points came back. */
  pointsBack: boolean | null;
  /** Of a voucher's use: how many are left. */
  left: number | null;
};

/** With what only its own page shows. */
export type OwnRedemptionPage = OwnRedemption & {
  points: number;
  /** The gift's page, while it is shown. */
  giftId: number | null;
  entryId: number | null;
  steps: OwnStep[];
  mayCancel: boolean;
  mayNameCollector: boolean;
  collector: string | null;
  address: DeliveryAddress | null;
  carrier: string | null;
  trackingNumber: string | null;
  /** The small print that held when it was taken. */
  terms: { version: number; body: string } | null;
  /** What the desk scans, or reads: of the redemption while it can be collected, or of the voucher. */
  code: { text: string; qr: Qr } | null;
};

type Row = {
  id: number;
  title_en: string;
  title_zh: string;
  kind: GiftKind;
  drawing: string | null;
  photos: GiftPhoto[];
  state: RedemptionState;
  fulfilment: Fulfilment;
  quantity: number;
  created_at: Date;
  store: InBoth | null;
  collect_by: Date | null;
  voucher_code: string | null;
  uses: number | null;
  used: number;
  valid_through: Day | null;
  expired: boolean | null;
  payment: PaymentFacts | null;
};

type PageRow = Row & {
  points: number;
  gift_id: number | null;
  entry_id: bigint | null;
  code: string;
  collector_name: string | null;
  address: DeliveryAddress | null;
  carrier: string | null;
  tracking_number: string | null;
  terms_version: number | null;
  terms_en: string | null;
  terms_zh: string | null;
  steps: (Omit<OwnStep, "at"> & { at: number })[];
};

const columns = (today: Day) => Prisma.sql`
  redemption.id, redemption.title_en, redemption.title_zh, gift.kind, gift.drawing,
  ${photosOf(1)} as photos, redemption.state, redemption.fulfilment, redemption.quantity,
  redemption.created_at, ${storeNamed()} as store, redemption.collect_by,
  voucher.code as voucher_code, voucher.uses,
  (select count(*)::int from voucher_use use
    where use.voucher_id = voucher.id and use.undone_at is null) as used,
  voucher.valid_through::text, voucher.valid_through < ${today}::date as expired,
  ${paymentFacts(Prisma.sql`redemption.payment_id`)} as payment`;

const FROM = Prisma.sql`
  from redemption
  join gift on gift.id = redemption.gift_id
  left join store on store.id = redemption.collect_store_id
  left join voucher on voucher.redemption_id = redemption.id`;

/** A page of what a member took, the latest first, in one query. */
export async function loadOwnRedemptions(
  db: Db,
  memberId: number,
  page: { before: number | null; limit: number; today: Day; locale: Locale },
): Promise<{ redemptions: OwnRedemption[]; olderBefore: number | null }> {
  const { before, limit, today, locale } = page;
  const rows = await queryRows<Row>(
    db,
    Prisma.sql`
    select ${columns(today)} ${FROM}
    where redemption.member_id = ${memberId} and redemption.id < ${before ?? MOST_ROW_ID}
    order by redemption.id desc limit ${limit + 1}`,
  );
  const redemptions = rows.slice(0, limit).map((row) => readRow(row, locale));
  return {
    redemptions,
    olderBefore: rows.length > limit ? (redemptions.at(-1)?.id ?? null) : null,
  };
}

/** One of a member's own; null where they took no such thing. */
export async function loadOwnRedemption(
  db: Db,
  memberId: number,
  id: number,
  { today, locale }: { today: Day; locale: Locale },
): Promise<OwnRedemptionPage | null> {
  const [row] = await queryRows<PageRow>(
    db,
    Prisma.sql`
    select ${columns(today)}, redemption.points,
      case when ${isShown(Prisma.sql`now()`)} then gift.id end as gift_id, redemption.entry_id,
      redemption.code, redemption.collector_name, redemption.address, redemption.carrier,
      redemption.tracking_number, redemption.terms_version, terms.body_en as terms_en,
      terms.body_zh as terms_zh,
      (select coalesce(jsonb_agg(jsonb_build_object('step', step.step,
          'at', extract(epoch from step.created_at) * 1000,
          'byOwner', step.created_by is not distinct from member.person_id,
          'reason', case when step.step in ('cancelled', 'returned', 'exchanged')
            then step.detail->>'reason' end,
          'pointsBack', step.detail->'pointsBack', 'left', step.detail->'left') order by step.id), '[]')
        from redemption_step step where step.redemption_id = redemption.id) as steps
    ${FROM}
    join member on member.id = redemption.member_id
    left join gift_terms terms
      on terms.gift_id = redemption.gift_id and terms.version = redemption.terms_version
    where redemption.id = ${id} and redemption.member_id = ${memberId}`,
  );
  if (!row) return null;
  const own = readRow(row, locale);
  const waits = own.state === "requested" || own.state === "ready";
  return {
    ...own,
    points: row.points,
    giftId: row.gift_id,
    entryId: row.entry_id === null ? null : Number(row.entry_id),
    steps: row.steps.map((step) => ({ ...step, at: new Date(step.at) })),
    mayCancel: ownerMayCancel(own.state),
    mayNameCollector: waits && own.fulfilment === "collect",
    collector: row.collector_name,
    address: row.address,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    terms:
      row.terms_version === null
        ? null
        : {
            version: row.terms_version,
            body: inLanguage(locale, { en: row.terms_en ?? "", zh: row.terms_zh ?? "" }),
          },
    code: codeOf(row, own, waits),
  };
}

/** What is shown at the desk starts with what it is, so that a scan of either is understood. */
function codeOf(row: PageRow, own: OwnRedemption, waits: boolean): OwnRedemptionPage["code"] {
  if (own.fulfilment === "collect" && waits) return codeShown(`MQR-${showCode(row.code)}`);
  const { voucher } = own;
  const good = own.state === "issued" && voucher && !voucher.expired && voucher.left > 0;
  return good && row.voucher_code ? codeShown(`MQV-${showCode(row.voucher_code)}`) : null;
}

const codeShown = (text: string) => ({ text, qr: qrOf(text) });

function readRow(row: Row, locale: Locale): OwnRedemption {
  const { uses, valid_through: validThrough } = row;
  return {
    id: row.id,
    title: inLanguage(locale, { en: row.title_en, zh: row.title_zh }),
    kind: row.kind,
    drawing: row.drawing,
    photo: row.photos[0] ?? null,
    state: row.state,
    fulfilment: row.fulfilment,
    quantity: row.quantity,
    takenAt: row.created_at,
    store: row.store && inLanguage(locale, row.store),
    collectBy: row.collect_by,
    voucher:
      uses === null || validThrough === null
        ? null
        : { uses, left: Math.max(0, uses - row.used), validThrough, expired: row.expired === true },
    payment: row.payment,
  };
}
