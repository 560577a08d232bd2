import type { Db } from "#app/platform/db.server.ts";
import { type AdjustmentListed, listAdjustments } from "./list-adjustments.server.ts";

const BATCH_SIZE = 20;

type Page = { adjustments: AdjustmentListed[]; beyond: number | null };

/** What waits for an answer, the longest waiting first, and what was answered, the latest first. */
export async function loadApprovals(
  db: Db,
  {
    askedBy,
    after,
    before,
  }: { askedBy: number | undefined; after: number | null; before: number | null },
): Promise<{ waiting: Page; past: Page; now: Date }> {
  const [waiting, past] = await Promise.all([
    listAdjustments(db, { askedBy, waiting: true, beyond: after, limit: BATCH_SIZE }),
    listAdjustments(db, { askedBy, waiting: false, beyond: before, limit: BATCH_SIZE }),
  ]);
  return { waiting, past, now: new Date() };
}
