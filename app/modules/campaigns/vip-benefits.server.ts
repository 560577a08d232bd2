import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What VIP referrers get, in an admin's words; null where nothing is written. */
export async function loadVipBenefits(db: Db): Promise<InBoth | null> {
  const { en, zh } = await loadVipText(db);
  return en === "" && zh === "" ? null : { en, zh };
}

export type VipText = InBoth & {
  /** 0 of a club that has never written any. */
  version: number;
  since: Date | null;
};

export async function loadVipText(db: Db): Promise<VipText> {
  const row = await db.vipBenefits.findFirst({ orderBy: { version: "desc" } });
  if (!row) return { en: "", zh: "", version: 0, since: null };
  return { en: row.bodyEn, zh: row.bodyZh, version: row.version, since: row.createdAt };
}

export type VipSaved = { ok: true } | { ok: false; refusal: "changed-meanwhile" };

/**
 * Saves what VIP referrers get, as a next version that holds at once. Of two admins who save at the same moment the
 * second is told.
 *
 * @param text.seen the version that the form was filled with.
 */
export function saveVipBenefits(
  { en, zh, seen }: InBoth & { seen: number },
  { by, address }: Actor,
): Promise<VipSaved> {
  return inRetriedTransaction<VipSaved>(async (tx) => {
    await tx.$queryRaw`select id from club where id = 1 for no key update`;
    const now = await loadVipText(tx);
    if (now.en === en && now.zh === zh) return { ok: true };
    if (now.version !== seen) return { ok: false, refusal: "changed-meanwhile" };
    const version = seen + 1;
    await tx.vipBenefits.create({ data: { version, bodyEn: en, bodyZh: zh, createdBy: by } });
    await writeAudit(tx, {
      personId: by,
      action: "vip-benefits.saved",
      subject: "club:1",
      detail: { version },
      address,
    });
    return { ok: true };
  });
}
