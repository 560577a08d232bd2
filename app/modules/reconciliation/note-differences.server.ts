import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import {
  type Difference,
  type DifferenceFacts,
  type DifferenceKind,
  keyOf,
  type Sum,
  sameFacts,
} from "./difference.ts";
import { dateOf } from "./reconciliation-day.ts";

/** A difference as it is kept. */
export type KeptFacts = {
  kind: string;
  oursMinor: bigint | null;
  oursCurrency: string | null;
  stripeMinor: bigint | null;
  stripeCurrency: string | null;
};

type Unsolved = KeptFacts & { id: number; what: string; subject: string };

/**
 * Writes down what differs, in the caller's transaction. What was answered stays answered while its facts are the
 * same; others open it again. What differed before and no longer does is solved by itself.
 *
 * @param unsolved all that differed before, and was looked at again.
 */
export async function noteDifferences(
  tx: Db,
  day: Day,
  found: readonly Difference[],
  unsolved: readonly Unsolved[],
): Promise<void> {
  const now = new Date();
  const before = new Map(unsolved.map((each) => [keyOf(each), each]));
  for (const difference of found) {
    const known = before.get(keyOf(difference));
    before.delete(keyOf(difference));
    if (known && sameFacts(readFacts(known), difference)) continue;
    const { what, subject, paymentId } = difference;
    const facts = { ...keptFacts(difference), paymentId, state: "open", openedAt: now };
    await tx.reconciliationDifference.upsert({
      where: { what_subject: { what, subject } },
      create: { what, subject, day: dateOf(day), ...facts },
      update: { ...facts, solvedAt: null },
    });
  }
  await tx.reconciliationDifference.updateMany({
    where: { id: { in: [...before.values()].map(({ id }) => id) } },
    data: { state: "solved", solvedAt: now },
  });
}

/** Facts as columns. */
export const keptFacts = ({ kind, ours, stripe }: DifferenceFacts) => ({
  kind,
  oursMinor: ours?.minor ?? null,
  oursCurrency: ours?.currency ?? null,
  stripeMinor: stripe?.minor ?? null,
  stripeCurrency: stripe?.currency ?? null,
});

/** The same read again. */
export const readFacts = (row: KeptFacts): DifferenceFacts => ({
  kind: row.kind as DifferenceKind,
  ours: readSum(row.oursMinor, row.oursCurrency),
  stripe: readSum(row.stripeMinor, row.stripeCurrency),
});

const readSum = (minor: bigint | null, currency: string | null): Sum | null =>
  minor === null || currency === null ? null : { minor: Number(minor), currency };
