import type { Day } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { majorUnits } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { loadMovements, type MovementListed } from "./load-movements.server.ts";

const AT_ONCE = 500;

/** What moved on some days as a CSV file, piece by piece. Instants are in UTC; sums are plain figures. */
export async function* movementsFile(
  db: Db,
  days: { from: Day; through: Day },
  locale: Locale,
): AsyncGenerator<string> {
  const t = translator(locale);
  yield BYTE_ORDER_MARK +
    csvLine([
      t("reconciliation.day"),
      t("reconciliation.at"),
      t("reconciliation.what"),
      t("reconciliation.type"),
      t("reconciliation.subject"),
      t("reconciliation.amount"),
      t("reconciliation.fee"),
      t("reconciliation.net.of"),
      t("reconciliation.currency"),
      t("reconciliation.payout"),
      t("reconciliation.movement"),
    ]);
  for (let after: MovementListed | null = null; ; ) {
    const some: MovementListed[] = await loadMovements(db, days, { after, limit: AT_ONCE });
    yield some
      .map((moved) => {
        const plain = (minor: number) => majorUnits(minor, moved.currency);
        return csvLine([
          moved.day ?? "",
          moved.at.toISOString(),
          t(`reconciliation.moved.${moved.what}`),
          moved.type,
          moved.subject,
          plain(moved.amountMinor),
          plain(moved.feeMinor),
          plain(moved.netMinor),
          moved.currency,
          moved.payout ?? "",
          moved.id,
        ]);
      })
      .join("");
    if (some.length < AT_ONCE) return;
    after = some.at(-1) ?? null;
  }
}
