import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { createGift, isSkuTaken } from "./create-gift.server.ts";
import type { GiftPrice } from "./gift.ts";
import { loadDescribedGift } from "./load-described-gift.server.ts";
import { type PriceMeaning, priceMeaning } from "./price-meaning.server.ts";
import { type DescribedGift, fieldsThatDiffer, type GiftTerms, typeGift } from "./typed-gift.ts";

export type GiftAdded = { ok: true; giftId: number } | { ok: false; refusal: "sku-taken" };

/**
 * Adds a gift at the end of the catalogue, priced in the club's currency, with the pieces there are of it.
 *
 * @param add.pieces its first delivery, into the store room.
 */
export async function addGift(
  add: { gift: DescribedGift; pieces: number },
  actor: Actor,
): Promise<GiftAdded> {
  return inRetriedTransaction<GiftAdded>((tx) => addGiftIn(tx, add, actor));
}

/** The same in the caller's transaction. */
export async function addGiftIn(
  tx: Db,
  { gift, pieces }: { gift: DescribedGift; pieces: number },
  actor: Actor,
): Promise<GiftAdded> {
  const { termsEn, termsZh, ...details } = gift;
  const { currency } = await loadClub(tx);
  const { _max } = await tx.gift.aggregate({ _max: { position: true } });
  const position = (_max.position ?? -1) + 1;
  const giftId = await createGift(
    tx,
    { details: { ...details, currency, position }, pieces },
    actor,
  );
  if (giftId === null) return { ok: false, refusal: "sku-taken" };
  await addTerms(tx, giftId, { termsEn, termsZh }, actor);
  return { ok: true, giftId };
}

export type GiftChange = {
  giftId: number;
  gift: DescribedGift;
  /** The gift's when the form began; null where nobody looked at it before, as in a file. */
  revision: number | null;
  /** The new price, once whoever saves has seen what it means for those who save for the gift. */
  agreed: GiftPrice | null;
};

export type GiftChanged =
  | { ok: true; changed: boolean }
  | { ok: false; refusal: "no-such-gift" | "sku-taken" }
  /** Somebody has saved since. */
  | { ok: false; refusal: "changed-meanwhile" }
  /** Members save for it: nothing was saved before what it means for them was seen. */
  | { ok: false; refusal: "price-to-agree"; meaning: PriceMeaning };

/**
 * Saves a gift as it is described now. Other small print is another version of it: what was taken keeps the one
 * that was shown.
 */
export async function changeGift(change: GiftChange, actor: Actor): Promise<GiftChanged> {
  return inRetriedTransaction<GiftChanged>((tx) => changeGiftIn(tx, change, actor));
}

/** The same in the caller's transaction. */
export async function changeGiftIn(
  tx: Db,
  { giftId, gift, revision, agreed }: GiftChange,
  actor: Actor,
): Promise<GiftChanged> {
  await tx.$queryRaw`select id from gift where id = ${giftId} for no key update`;
  const before = await loadDescribedGift(tx, giftId);
  if (!before) return { ok: false, refusal: "no-such-gift" };
  if (revision !== null && revision !== before.revision) {
    return { ok: false, refusal: "changed-meanwhile" };
  }
  const { timeZone } = await loadClub(tx);
  const how = { digits: minorDigits(before.currency), time: clubTime(timeZone) };
  const fields = fieldsThatDiffer(typeGift(before.gift, how), typeGift(gift, how));
  if (fields.length === 0) return { ok: true, changed: false };
  if (await isSkuTaken(tx, gift.sku, giftId)) return { ok: false, refusal: "sku-taken" };

  const price: GiftPrice = { points: gift.points, moneyMinor: gift.moneyMinor };
  if ((fields.includes("points") || fields.includes("money")) && !samePrice(agreed, price)) {
    const was: GiftPrice = { points: before.gift.points, moneyMinor: before.gift.moneyMinor };
    const meaning = await priceMeaning(tx, giftId, was, price);
    if (meaning.savers > 0) return { ok: false, refusal: "price-to-agree", meaning };
  }

  const { termsEn, termsZh, ...details } = gift;
  await tx.gift.update({
    where: { id: giftId },
    data: { ...details, revision: { increment: 1 } },
  });
  if (fields.includes("sku")) {
    const own = { giftId, sku: before.gift.sku };
    await tx.giftVariant.updateMany({ where: own, data: { sku: gift.sku } });
  }
  if (fields.includes("termsEn") || fields.includes("termsZh")) {
    await addTerms(tx, giftId, { termsEn, termsZh }, actor);
  }
  await writeAudit(tx, {
    personId: actor.by,
    action: "gift.changed",
    subject: `gift:${giftId}`,
    detail: {
      gift: gift.titleEn,
      fields: fields.join(" "),
      ...(fields.includes("points") && { points: gift.points }),
    },
    address: actor.address,
  });
  return { ok: true, changed: true };
}

/** A next version of the small print; none where there has been none and is none. */
async function addTerms(
  tx: Db,
  giftId: number,
  { termsEn, termsZh }: GiftTerms,
  actor: Actor,
): Promise<void> {
  const { _max } = await tx.giftTerms.aggregate({ where: { giftId }, _max: { version: true } });
  const last = _max.version ?? 0;
  if (last === 0 && termsEn === "" && termsZh === "") return;
  await tx.giftTerms.create({
    data: {
      giftId,
      version: last + 1,
      bodyEn: termsEn,
      bodyZh: termsZh,
      createdBy: actor.by,
    },
  });
}

const samePrice = (one: GiftPrice | null, other: GiftPrice) =>
  one?.points === other.points && one.moneyMinor === other.moneyMinor;
