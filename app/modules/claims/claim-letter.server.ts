import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeShown } from "#app/modules/club/store-shown.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { letterLocale } from "#app/modules/letters/letter-locale.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { ruleBehind } from "./claim.ts";

/**
 * Tells a claim's member of a step, in the transaction of the step, and once. Nothing is written to
 * somebody who has no e-mail or has left.
 *
 * @param step.points what the claim ended in; `reason` as the claim keeps it.
 */
export async function writeClaimLetter(
  db: Db,
  claimId: number,
  step: {
    step: "filed" | "granted" | "on-statement" | "refused" | "withdrawn";
    points?: number;
    reason?: string;
  },
): Promise<void> {
  const claim = await db.pointsClaim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      orderNumber: true,
      visitedOn: true,
      dueAt: true,
      entryId: true,
      store: { select: { name: true, nameEn: true } },
      member: { select: { person: { select: READER } } },
    },
  });
  const { person } = claim.member;
  const { timeZone, currency } = await loadClub(db);
  const locale = letterLocale(person.locale, currency);
  const t = translator(locale);
  const visit = [
    claim.visitedOn && formatDay(claim.visitedOn, locale, "UTC"),
    claim.store && inLanguage(locale, storeShown(claim.store)),
  ].filter(Boolean);
  const rule = step.reason === undefined ? null : ruleBehind(step.reason);
  await writeLetterTo(db, person, {
    template: "claim-step",
    props: {
      claimId,
      about: claim.orderNumber
        ? t("claims.about.order", { order: claim.orderNumber })
        : t("claims.about.visit", { visit: visit.join(", ") }),
      step: step.step,
      dueOn:
        step.step === "filed"
          ? clubTime(timeZone).dayOf(new Date(claim.dueAt.getTime() - 1))
          : null,
      points: step.points ?? null,
      entryId: claim.entryId === null ? null : toPoints(claim.entryId),
      reason: rule ? t(`claims.nothing.${rule}`) : (step.reason ?? null),
    },
    dedupKey: `claim:${claimId}:${step.step}`,
  });
}
