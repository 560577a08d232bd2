import type { ApiClient } from "#app/modules/api/api-client.ts";
import type { ApiRedemptionRequest } from "#app/modules/api/gift-schemas.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { inSavepoint } from "#app/platform/transaction.server.ts";
import { cancelOwnRedemption } from "./cancel-redemption.server.ts";
import { noteMissed } from "./note-missed.server.ts";
import { type GiftRefusal, redeemWithin } from "./redeem-gift.server.ts";
import type { StepRefusal } from "./take-step.server.ts";

export type ApiRedemption =
  | { ok: true; redemptionIds: number[] }
  /** `sku`: which of the items stood in the way. */
  | ({ ok: false; sku: string } & GiftRefusal);

/**
 * Takes gifts for a member as another program asks, in the caller's transaction; nothing of it stays when it is
 * refused.
 *
 * @param key the request's, which makes a repeat the same redemption.
 */
export async function redeemOverApi(
  tx: Db,
  sent: ApiRedemptionRequest,
  by: { client: ApiClient; key: string; member: { id: number; personId: number } },
): Promise<ApiRedemption> {
  const skus = sent.items.map((item) => item.sku);
  const variants = await tx.giftVariant.findMany({
    where: { sku: { in: skus } },
    select: { id: true, sku: true },
  });
  const idOf = new Map(variants.map(({ id, sku }) => [sku, id]));
  const unknown = skus.find((sku) => !idOf.has(sku));
  if (unknown !== undefined) return { ok: false, sku: unknown, refusal: "no-such-gift" };
  const collectStoreId = sent.collect_at ? await storeNamed(tx, sent.collect_at) : null;
  const { address } = sent;
  const answer = await inSavepoint(
    tx,
    () =>
      redeemWithin(tx, {
        memberId: by.member.id,
        wanted: sent.items.map((item) => ({
          variantId: idOf.get(item.sku) as number,
          quantity: item.quantity,
          seenPrice: { points: item.points, moneyMinor: item.money_minor },
        })),
        collectStoreId,
        collectorName: sent.collector ?? null,
        address: address
          ? {
              recipient: address.recipient,
              phone: address.phone,
              lines: address.lines,
              postalCode: address.postal_code ?? undefined,
            }
          : null,
        requestKey: `api:${by.client.id}:${by.key}`,
        by: by.member.personId,
      }),
    ({ ok }) => ok,
  );
  if (answer.ok) return answer;
  if (answer.refusal === "out-of-stock") await noteMissed(tx, by.member.id, answer.variantId);
  const { variantId, ...refusal } = answer;
  return { ...refusal, sku: variants.find(({ id }) => id === variantId)?.sku ?? "" };
}

async function storeNamed(tx: Db, name: string): Promise<number | null> {
  const store = await tx.store.findFirst({
    where: { OR: [{ name }, { nameEn: name }] },
    select: { id: true },
  });
  return store?.id ?? null;
}

/**
 * Cancels what a member took as they could themselves, until it is laid out for them. Cancelled already is
 * cancelled, so a retry is answered as the first time.
 */
export async function cancelOverApi(
  redemptionId: number,
): Promise<{ ok: true } | ({ ok: false } & StepRefusal)> {
  const redemption = await db().redemption.findUnique({
    where: { id: redemptionId },
    select: { memberId: true, member: { select: { personId: true } } },
  });
  if (!redemption) return { ok: false, refusal: "no-such-redemption" };
  const { memberId, member } = redemption;
  const answer = await cancelOwnRedemption(redemptionId, { memberId, personId: member.personId });
  if (!answer.ok && answer.refusal === "not-now" && answer.state === "cancelled") {
    return { ok: true };
  }
  return answer.ok ? { ok: true } : answer;
}
