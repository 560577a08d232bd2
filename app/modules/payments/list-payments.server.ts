import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type PaymentMethod, type PaymentState, type RefundState, receiptName } from "./payment.ts";
import type { MoneyPlace, PaymentFilter } from "./payment-filter.ts";
import { refundedMinor } from "./payment-sql.server.ts";

/** A payment as a line of the list. */
export type PaymentListed = {
  id: number;
  title: InBoth;
  memberNumber: string;
  memberName: string;
  amountMinor: number;
  refundedMinor: number;
  currency: string;
  state: PaymentState;
  method: PaymentMethod | null;
  receipt: string | null;
  /** When it was paid, or else asked for. */
  at: Date;
  clerk: string | null;
  store: InBoth | null;
};

type Row = {
  id: number;
  title_en: string;
  title_zh: string;
  number: string;
  name: string;
  amount_minor: bigint;
  refunded_minor: bigint;
  currency: string;
  state: PaymentState;
  method: PaymentMethod | null;
  receipt_year: number | null;
  receipt_number: number | null;
  at: Date;
  clerk: string | null;
  store: InBoth | null;
};

/**
 * A page of payments, the latest first: by when they were paid, or else asked for.
 *
 * @param page.after the payment with which the page before it ended.
 * @returns with `next` as the `after` of the next page; null on the last one.
 */
export async function listPayments(
  db: Db,
  filter: PaymentFilter,
  page: { after: number | null; limit: number },
): Promise<{ payments: PaymentListed[]; next: number | null }> {
  const time = clubTime((await loadClub()).timeZone);
  const { state, from, through, store, clerk, member } = filter;
  const at = Prisma.sql`coalesce(payment.paid_at, payment.created_at)`;
  const conditions = [
    state === null ? null : Prisma.sql`payment.state = ${state}`,
    from === null ? null : Prisma.sql`${at} >= ${time.startOfDay(from)}::timestamptz`,
    through === null ? null : Prisma.sql`${at} < ${time.endOfDay(through)}::timestamptz`,
    store === null ? null : Prisma.sql`payment.store_id = ${store}`,
    clerk === null ? null : Prisma.sql`payment.recorded_by = ${clerk}`,
    member === null ? null : Prisma.sql`member.number = ${member}`,
    page.after === null
      ? null
      : Prisma.sql`(${at}, payment.id) < (
          select coalesce(before.paid_at, before.created_at), before.id from payment before
          where before.id = ${page.after})`,
  ].filter((condition) => condition !== null);
  const rows = await db.$queryRaw<Row[]>`
    select payment.id, payment.title_en, payment.title_zh, member.number, person.name,
      payment.amount_minor, ${refundedMinor} as refunded_minor, payment.currency, payment.state, payment.method,
      payment.receipt_year, payment.receipt_number, ${at} as at,
      (select name from person where id = payment.recorded_by) as clerk, ${storeNamed()} as store
    from payment
    join member on member.id = payment.member_id join person on person.id = member.person_id
    left join store on store.id = payment.store_id
    where ${conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`}
    order by ${at} desc, payment.id desc
    limit ${page.limit + 1}`;
  const shown = rows.slice(0, page.limit).map(listed);
  return {
    payments: shown,
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

const listed = (row: Row): PaymentListed => ({
  id: row.id,
  title: { en: row.title_en, zh: row.title_zh },
  memberNumber: row.number,
  memberName: row.name,
  amountMinor: Number(row.amount_minor),
  refundedMinor: Number(row.refunded_minor),
  currency: row.currency,
  state: row.state,
  method: row.method,
  receipt:
    row.receipt_year === null || row.receipt_number === null
      ? null
      : receiptName(row.receipt_year, row.receipt_number),
  at: row.at,
  clerk: row.clerk,
  store: row.store,
});

/** Whom and where the list can be asked about: everybody who has taken money, and the club's own stores. */
export async function loadPaymentChoices(
  db: Db,
): Promise<{ clerks: { id: number; name: string }[]; stores: StoreChoice[] }> {
  const [clerks, stores] = await Promise.all([
    db.$queryRaw<{ id: number; name: string }[]>`
      select id, name from person
      where exists (select from payment where recorded_by = person.id)
        and exists (select from role_grant where person_id = person.id)
      order by name, id limit 500`,
    loadStores(db),
  ]);
  return { clerks, stores };
}

/** A line of what a member paid, owes and got back. Money is in the smallest unit of its currency. */
export type OwnMoney = {
  paymentId: number;
  title: InBoth;
  amountMinor: number;
  currency: string;
  method: PaymentMethod | null;
  /** When it was paid, or else asked for; of a refund, when it was given. ISO 8601. */
  at: string;
} & (
  | {
      kind: "payment";
      id: number;
      state: PaymentState;
      refundedMinor: number;
      receipt: string | null;
    }
  | { kind: "refund"; id: number; state: RefundState }
);

type MovedRow = {
  kind: OwnMoney["kind"];
  id: number;
  payment_id: number;
  title_en: string;
  title_zh: string;
  amount_minor: bigint;
  refunded_minor: bigint;
  currency: string;
  state: string;
  method: PaymentMethod | null;
  receipt_year: number | null;
  receipt_number: number | null;
  at: Date;
};

/**
 * A page of all that a member paid, owes and got back, the latest first.
 *
 * @param page.after the line with which the page before it ended.
 * @returns with `next` as the `after` of the next page; null on the last one.
 */
export async function loadOwnPayments(
  db: Db,
  memberId: number,
  { after, limit }: { after: MoneyPlace | null; limit: number },
): Promise<{ lines: OwnMoney[]; next: MoneyPlace | null }> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`where (at, kind, id) < (
          select at, kind, id from moved where kind = ${after.kind} and id = ${after.id})`;
  const rows = await db.$queryRaw<MovedRow[]>`
    with moved as (
      select 'payment' as kind, payment.id, payment.id as payment_id, payment.title_en, payment.title_zh,
        payment.amount_minor, ${refundedMinor} as refunded_minor, payment.currency, payment.state, payment.method,
        payment.receipt_year, payment.receipt_number, coalesce(payment.paid_at, payment.created_at) as at
      from payment where payment.member_id = ${memberId}
      union all
      select 'refund', refund.id, payment.id, payment.title_en, payment.title_zh, refund.amount_minor, 0,
        payment.currency, refund.state, refund.method, null, null, refund.created_at
      from payment join payment_refund refund on refund.payment_id = payment.id
      where payment.member_id = ${memberId}
    )
    select * from moved ${from} order by at desc, kind desc, id desc limit ${limit + 1}`;
  const lines = rows.slice(0, limit).map(lineOf);
  const last = rows.length > limit ? lines.at(-1) : undefined;
  return { lines, next: last ? { kind: last.kind, id: last.id } : null };
}

function lineOf(row: MovedRow): OwnMoney {
  const line = {
    id: row.id,
    paymentId: row.payment_id,
    title: { en: row.title_en, zh: row.title_zh },
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    method: row.method,
    at: row.at.toISOString(),
  };
  if (row.kind === "refund") return { ...line, kind: row.kind, state: row.state as RefundState };
  return {
    ...line,
    kind: row.kind,
    state: row.state as PaymentState,
    refundedMinor: Number(row.refunded_minor),
    receipt:
      row.receipt_year === null || row.receipt_number === null
        ? null
        : receiptName(row.receipt_year, row.receipt_number),
  };
}
