import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { LetterProps } from "#app/modules/letters/write-letter.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Tells a member of a step of what they took, in the transaction of the step, and once. Nothing is written to
 * somebody who has no e-mail or has left.
 *
 * @param said.reason of a cancellation or an exchange, in words for the member; `pointsBack` whether their
 *   points came back.
 */
export async function writeRedemptionLetter(
  tx: Db,
  redemptionId: number,
  step: LetterProps["redemption-step"]["step"],
  said: { reason?: string; pointsBack?: boolean; occasion?: string } = {},
): Promise<void> {
  const redemption = await tx.redemption.findUniqueOrThrow({
    where: { id: redemptionId },
    include: {
      member: { select: { person: { select: READER } } },
      collectStore: { select: { name: true, nameEn: true } },
      voucher: { select: { validThrough: true } },
    },
  });
  const { timeZone } = await loadClub(tx);
  const { collectStore: store, collectBy, voucher } = redemption;
  await writeLetterTo(tx, redemption.member.person, {
    template: "redemption-step",
    props: {
      redemptionId,
      step,
      titleEn: redemption.titleEn,
      titleZh: redemption.titleZh,
      quantity: redemption.quantity,
      points: redemption.points,
      moneyMinor: redemption.moneyMinor,
      currency: redemption.currency,
      fulfilment: redemption.fulfilment,
      storeEn: store && (store.nameEn ?? store.name),
      storeZh: store?.name ?? null,
      collectThrough: collectBy && clubTime(timeZone).dayOf(new Date(collectBy.getTime() - 1)),
      validThrough: voucher?.validThrough.toISOString().slice(0, 10) ?? null,
      carrier: redemption.carrier,
      trackingNumber: redemption.trackingNumber,
      reason: said.reason ?? null,
      pointsBack: said.pointsBack ?? null,
    },
    dedupKey: ["redemption", redemptionId, step, said.occasion].filter(Boolean).join(":"),
  });
}
