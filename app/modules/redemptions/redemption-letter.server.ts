import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { LetterProps } from "#app/modules/letters/write-letter.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

type Props = LetterProps["redemption-step"];

type Row = Omit<
  Props,
  "redemptionId" | "step" | "storeEn" | "storeZh" | "collectThrough" | "reason" | "pointsBack"
> & {
  store: InBoth | null;
  person: Reader;
  collectBy: Date | null;
  validThrough: Day | null;
};

/**
 * Tells a member of a step of what they took, in the transaction of the step, and once. Nothing is written to
 * somebody who has no e-mail or has left.
 *
 * @param said.reason of a cancellation or an exchange, in words for the member; `pointsBack` whether their
 *   points came back; `occasion` tells one letter of a step from the next, where there can be several.
 */
export async function writeRedemptionLetter(
  tx: Db,
  redemptionId: number,
  step: Props["step"],
  said: { reason?: string; pointsBack?: boolean; occasion?: string } = {},
): Promise<void> {
  const [row] = await tx.$queryRaw<Row[]>`
    select title_en as "titleEn", title_zh as "titleZh", quantity, points, money_minor as "moneyMinor",
      currency, fulfilment, carrier, tracking_number as "trackingNumber", collect_by as "collectBy",
      ${storeNamed()} as store,
      voucher.valid_through::text as "validThrough",
      jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
        'locale', person.locale, 'closedAt', person.closed_at) as person
    from redemption
    join member on member.id = redemption.member_id
    join person on person.id = member.person_id
    left join store on store.id = redemption.collect_store_id
    left join voucher on voucher.redemption_id = redemption.id
    where redemption.id = ${redemptionId}`;
  if (!row) throw new Error(`There is no redemption ${redemptionId}.`);
  const { person, collectBy, store, ...facts } = row;
  const { timeZone } = await loadClub(tx);
  await writeLetterTo(tx, person, {
    template: "redemption-step",
    props: {
      ...facts,
      storeEn: store?.en ?? null,
      storeZh: store?.zh ?? null,
      redemptionId,
      step,
      collectThrough: collectBy && clubTime(timeZone).dayOf(new Date(collectBy.getTime() - 1)),
      reason: said.reason ?? null,
      pointsBack: said.pointsBack ?? null,
    },
    dedupKey: ["redemption", redemptionId, step, said.occasion].filter(Boolean).join(":"),
  });
}
