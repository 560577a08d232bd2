import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type AnswerRow, booked } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { Award, AwardKind, Booked } from "./entry.ts";

/** The system account that gives the points of an award. */
export const GIVEN_BY: Record<AwardKind, string> = {
  earn: "system:awards",
  opening: "system:opening",
  adjust: "system:adjustments",
};

/**
 * Gives points in one lot with its own dates. Debt is repaid from them as soon as they are available.
 *
 * @param now for tests; the database's clock otherwise.
 * @throws SQLSTATE MQ404 for an unknown account, MQ409 when the key was used for another request.
 */
export async function earnPoints(db: Db, award: Award, now?: Date): Promise<Booked> {
  const kind = award.kind ?? "earn";
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.earn(
      ${award.scope}, ${award.key}, ${award.accountId}::bigint, ${GIVEN_BY[kind]}, ${kind},
      ${award.points}::bigint, ${award.statusPoints ?? 0}::bigint,
      coalesce(${award.availableAt}::timestamptz, 'infinity'),
      coalesce(${award.lapsesAt}::timestamptz, 'infinity'),
      ${award.effectiveAt}::timestamptz, ${JSON.stringify(award.meta)}::jsonb,
      coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return booked(row);
}
