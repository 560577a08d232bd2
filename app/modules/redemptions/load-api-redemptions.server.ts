import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ApiClient, ApiScope } from "#app/modules/api/api-client.ts";
import type { RedemptionAnswerBody } from "#app/modules/api/gift-schemas.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";

const CODES: ApiScope = "codes:read";

type Row = Omit<RedemptionAnswerBody, "collect_through" | "created_at" | "code" | "voucher"> & {
  code: string;
  voucher: (NonNullable<RedemptionAnswerBody["voucher"]> & { code: string }) | null;
  created_at: Date;
  collect_by: Date | null;
};

/**
 * Redemptions of a member as other programs get them, the newest first.
 *
 * @param reader their codes go to whoever may read those: a voucher is used by its code alone.
 */
export async function loadApiRedemptions(
  on: Db,
  memberId: number,
  page: { before: number | null; limit: number },
  reader: ApiClient,
): Promise<{ redemptions: RedemptionAnswerBody[]; older_before: number | null }> {
  const rows = await readRows(
    on,
    Prisma.sql`redemption.member_id = ${memberId}
      and (${page.before}::int is null or redemption.id < ${page.before}::int)`,
    page.limit + 1,
    reader,
  );
  const shown = rows.slice(0, page.limit);
  return {
    redemptions: shown,
    older_before: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Some redemptions by their ids, the newest first; those there are not are left out. */
export function loadApiRedemptionsOf(
  on: Db,
  ids: readonly number[],
  reader: ApiClient,
): Promise<RedemptionAnswerBody[]> {
  return readRows(on, Prisma.sql`redemption.id = any(${[...ids]}::int[])`, ids.length, reader);
}

async function readRows(
  on: Db,
  which: Prisma.Sql,
  limit: number,
  { scopes }: ApiClient,
): Promise<RedemptionAnswerBody[]> {
  const rows = await on.$queryRaw<Row[]>`
    select redemption.id, member.number as member_number, variant.sku,
      jsonb_build_object('en', redemption.title_en, 'zh', redemption.title_zh) as title,
      redemption.quantity, redemption.points, redemption.money_minor, redemption.currency,
      redemption.fulfilment, redemption.state, redemption.code, store.name as collect_at,
      redemption.collect_by, redemption.carrier, redemption.tracking_number,
      case when voucher.id is not null then jsonb_build_object('code', voucher.code,
        'uses', voucher.uses,
        'used', (select count(*) from voucher_use where voucher_id = voucher.id and undone_at is null),
        'valid_through', voucher.valid_through) end as voucher,
      redemption.created_at
    from redemption
    join member on member.id = redemption.member_id
    join gift_variant variant on variant.id = redemption.variant_id
    left join store on store.id = redemption.collect_store_id
    left join voucher on voucher.redemption_id = redemption.id
    where ${which}
    order by redemption.id desc limit ${limit}`;
  const { timeZone } = await loadClub(on);
  const time = clubTime(timeZone);
  const codeFor = (code: string) => (scopes.includes(CODES) ? showCode(code) : null);
  return rows.map(({ collect_by, created_at, code, voucher, ...row }) => ({
    ...row,
    code: codeFor(code),
    voucher: voucher && { ...voucher, code: codeFor(voucher.code) },
    collect_through: collect_by && time.dayOf(new Date(collect_by.getTime() - 1)),
    created_at: created_at.toISOString(),
  }));
}
