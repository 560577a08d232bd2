import type { Db } from "#app/platform/db.server.ts";
import type { DuesYear } from "./dues-by-month.ts";
import type { Month } from "./months.ts";

type Row = {
  amountMinor: number;
  currency: string;
  paid: Month;
  from: Month;
  refunds: { month: Month; amountMinor: number }[];
};

/**
 * The years of gold that members paid for, as the books have them: those that are not over and settled before a
 * month. What is on its way back has not gone back yet.
 *
 * @param since the first month that is asked about: what was earned and settled before it is left out.
 */
export async function loadDuesYears(on: Db, since: Month, timeZone: string): Promise<DuesYear[]> {
  return on.$queryRaw<Row[]>`
    select payment.amount_minor::float8 as "amountMinor", payment.currency,
      to_char(payment.paid_at at time zone ${timeZone}, 'YYYY-MM') as paid,
      to_char(year.begins_at at time zone ${timeZone}, 'YYYY-MM') as "from",
      coalesce(refunds.list, '[]') as refunds
    from gold_year year
    join payment on payment.id = year.payment_id and payment.state = 'paid'
    left join lateral (
      select max(refund.settled_at) as latest, jsonb_agg(jsonb_build_object(
        'month', to_char(refund.settled_at at time zone ${timeZone}, 'YYYY-MM'),
        'amountMinor', refund.amount_minor)) as list
      from payment_refund refund where refund.payment_id = payment.id and refund.state = 'succeeded'
    ) refunds on true
    where year.begins_at is not null and greatest(year.begins_at + interval '12 months', year.ends_at, refunds.latest)
      >= (${`${since}-01`}::timestamp at time zone ${timeZone})`;
}
