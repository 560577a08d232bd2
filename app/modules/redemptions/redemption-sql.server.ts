import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";

/**
 * Redemptions whose shelf has fewer pieces than are promised of it, as a query of their ids: a count found fewer.
 * What has been laid out is there; of the rest, whoever came last goes short.
 */
export const SHORT = Prisma.sql`
  select promised.id from (
    select redemption.id, level.on_hand, sum(redemption.quantity) over (
      partition by level.id order by redemption.state = 'ready' desc, redemption.created_at, redemption.id
    ) as up_to
    from stock_level level
    join redemption on redemption.stock_item_id = level.item_id
      and redemption.stock_store_id is not distinct from level.store_id
      and redemption.state in ('requested', 'ready')
    where level.reserved > level.on_hand
  ) promised where promised.up_to > promised.on_hand`;

/** Whether the money part of a redemption has still to be paid. */
export const UNPAID = Prisma.sql`exists (select from payment
  where payment.id = redemption.payment_id and payment.state = 'open')`;

/**
 * Whether it is its owner whom a redemption waits for: nothing is sent, and no voucher issued, before its money part
 * is paid. What is collected is laid out all the same; the counter takes the money.
 */
export const AWAITS_MONEY = Prisma.sql`(redemption.fulfilment <> 'collect' and ${UNPAID})`;

/** What a redemption is called. */
export const TITLE = Prisma.sql`
  jsonb_build_object('en', redemption.title_en, 'zh', redemption.title_zh)`;

/** A member's errands (see `Errand`) as one value, the most pressing first. */
export const errandsOf = (memberId: Prisma.Sql) => Prisma.sql`
  (select coalesce(jsonb_agg(errand.facts order by errand.until), '[]') from (
    select wait.until, jsonb_build_object('redemptionId', redemption.id,
      'thing', case redemption.state when 'ready' then 'collect-gift' else 'pay-gift' end,
      'titleEn', redemption.title_en, 'titleZh', redemption.title_zh, 'store', ${storeNamed()},
      'until', extract(epoch from wait.until) * 1000,
      'money', case when owed.id is not null then
        jsonb_build_object('amountMinor', owed.amount_minor, 'currency', owed.currency) end) as facts
    from redemption
    left join payment owed on owed.id = redemption.payment_id and owed.state = 'open'
    left join store on store.id = redemption.collect_store_id
    cross join lateral (
      select case redemption.state when 'ready' then redemption.collect_by else owed.due_until end as until) wait
    where redemption.member_id = ${memberId} and redemption.state in ('requested', 'ready')
      and wait.until is not null) errand)`;
