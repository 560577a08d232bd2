import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** A voucher as the desk sees it, with everything that was done with it. */
export type VoucherShown = {
  id: number;
  redemptionId: number;
  code: string;
  uses: number;
  /** Uses that were not undone. */
  used: number;
  /** The last day on which it is good: YYYY-MM-DD. */
  validThrough: string;
  /** Of its redemption. */
  state: string;
  title: InBoth;
  /** The person whose it is. */
  ownerId: number;
  memberNumber: string;
  memberName: string;
  /** The latest first. Instants are ISO 8601. */
  history: {
    id: number;
    at: string;
    by: string | null;
    store: InBoth | null;
    undoneAt: string | null;
    undoneBy: string | null;
    undoReason: string | null;
  }[];
};

/** Looks at a voucher by its code, which does not use it; null where no voucher has it. */
export async function loadVoucher(db: Db, code: string): Promise<VoucherShown | null> {
  const [row] = await db.$queryRaw<VoucherShown[]>`
    select voucher.id, voucher.redemption_id as "redemptionId", voucher.code, voucher.uses,
      (select count(*)::int from voucher_use where voucher_id = voucher.id and undone_at is null) as used,
      voucher.valid_through::text as "validThrough", redemption.state,
      jsonb_build_object('en', redemption.title_en, 'zh', redemption.title_zh) as title,
      member.person_id as "ownerId", member.number as "memberNumber", person.name as "memberName",
      (select coalesce(jsonb_agg(jsonb_build_object('id', once.id, 'at', once.used_at, 'by', who.name,
            'store', ${storeNamed()},
            'undoneAt', once.undone_at, 'undoneBy', undoer.name, 'undoReason', once.undo_reason)
          order by once.id desc), '[]')
        from voucher_use once left join person who on who.id = once.used_by
        left join person undoer on undoer.id = once.undone_by
        left join store on store.id = once.store_id
        where once.voucher_id = voucher.id) as history
    from voucher join redemption on redemption.id = voucher.redemption_id
    join member on member.id = redemption.member_id join person on person.id = member.person_id
    where voucher.code = ${code}`;
  return row ?? null;
}
