import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { inRolledBackTransaction } from "#app/platform/transaction.server.ts";
import { ROWS_IN_CHUNK } from "./chunks.ts";
import type { FileKind } from "./file-kind.ts";
import { countUndone, noReversalCounts } from "./import-reversal.ts";
import type { ReversalPreview } from "./reversal-preview.ts";
import { tellerOf, writeUndone } from "./reverse-import.server.ts";

const underWay = () =>
  singleton("reversal-previews", () => new Map<number, Promise<ReversalPreview>>());

/**
 * Says what taking an import back would do, by doing it in a transaction that is rolled back: the figures are the
 * result's own. It takes as long as the taking back, and members whose points it touches cannot spend
 * meanwhile; whoever asks while somebody else's answer is being worked out gets the same.
 *
 * @param bookAt for tests: the instant to book at.
 */
export function previewReversal(
  importId: number,
  kind: FileKind,
  bookAt?: Date,
): Promise<ReversalPreview> {
  const known = underWay().get(importId);
  if (known) return known;
  const preview = inRolledBackTransaction((tx) => tryReversal(tx, importId, kind, bookAt)).finally(
    () => underWay().delete(importId),
  );
  underWay().set(importId, preview);
  return preview;
}

async function tryReversal(
  tx: Db,
  importId: number,
  kind: FileKind,
  bookAt?: Date,
): Promise<ReversalPreview> {
  const { options } = await tx.importRun.findUniqueOrThrow({ where: { id: importId } });
  const undo = await kind.undo(importId, bookAt);
  const moved = new Set<string>();
  let counts = noReversalCounts;
  for (;;) {
    const page = await undo(tx, { after: counts.after, limit: ROWS_IN_CHUNK });
    if (!page) break;
    counts = countUndone(counts, page.undone, page.after);
    await writeUndone(tx, importId, page.undone);
    for (const { moves } of page.undone) for (const [number] of moves ?? []) moved.add(number);
  }
  const { outcomes, pointsTakenBack, pointsAdded } = counts;
  return {
    removed: outcomes.removed,
    restored: outcomes.restored,
    kept: outcomes.kept,
    pointsTakenBack,
    pointsAdded,
    members: moved.size,
    debt: await debtMade(tx, [...moved], bookAt),
    letters: (await tellerOf(options, kind)?.(tx, importId)) ?? 0,
  };
}

/** What members owe now that they did not owe outside of the transaction. */
async function debtMade(tx: Db, numbers: string[], now?: Date): Promise<number> {
  const members = await tx.member.findMany({
    where: { number: { in: numbers } },
    select: { accountId: true },
  });
  const accounts = members.map(({ accountId }) => toPoints(accountId));
  const [before, after] = await Promise.all([
    loadBalances(db(), accounts, now),
    loadBalances(tx, accounts, now),
  ]);
  return accounts.reduce((sum, account) => {
    const debt = (after.get(account)?.debt ?? 0) - (before.get(account)?.debt ?? 0);
    return sum + Math.max(0, debt);
  }, 0);
}
