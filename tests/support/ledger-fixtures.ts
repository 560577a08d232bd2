import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { Award, Booked } from "#app/modules/ledger/entry.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";

// Fixtures post through the ledger like everybody else: points that were inserted by hand would prove
// nothing about points that were earned.

let count = 0;

/** A name nobody else uses in this test file: for owners and for keys. */
export function fresh(): string {
  count += 1;
  return `test-${process.pid}-${count}`;
}

/** A moment of the tests' calendar, such as `at("2026-03-01")` or `at("2026-03-01T09:00:00Z")`. */
export function at(moment: string): Date {
  return new Date(moment);
}

/** A new, empty account. */
export async function anAccount(): Promise<number> {
  const owner = `member:${fresh()}`;
  return (await openAccounts(db(), [owner])).get(owner) as number;
}

/** A valid award of 100 points from 1 January 2026 until the end of 2075; the test changes what it is about. */
export function anAward(accountId: number, changes: Partial<Award> = {}): Award {
  return {
    scope: "test",
    key: fresh(),
    accountId,
    points: 100,
    availableAt: at("2026-01-01"),
    lapsesAt: at("2076-01-01"),
    effectiveAt: at("2026-01-01"),
    meta: { for: "survey", ruleVersion: 1 },
    ...changes,
  };
}

/** Gives an account points. */
export function earn(accountId: number, changes: Partial<Award> = {}, now?: Date): Promise<Booked> {
  return earnPoints(
    db(),
    anAward(accountId, changes),
    now ?? changes.effectiveAt ?? at("2026-01-01"),
  );
}

/** Spends points that must be there. */
export async function spend(accountId: number, points: number, now: Date): Promise<number> {
  const answer = await spendPoints(
    db(),
    { scope: "test", key: fresh(), accountId, points, meta: aGift },
    now,
  );
  if (!answer.ok) throw new Error(`Only ${answer.available} points to spend.`);
  return answer.entryId;
}

/** Holds points that must be there. */
export async function hold(
  accountId: number,
  points: number,
  endsAt: Date,
  now: Date,
): Promise<number> {
  const answer = await holdPoints(
    db(),
    { scope: "test", key: fresh(), accountId, points, endsAt, meta: aGift },
    now,
  );
  if (!answer.ok) throw new Error(`Only ${answer.available} points to hold.`);
  return answer.entryId;
}

/** The request to spend points on a gift; the test changes what it is about. */
export function aSpend(accountId: number, points: number, key: string = fresh()) {
  return { scope: "test", key, accountId, points, meta: aGift };
}

/** The request to take an entry back. */
export function aReversal(entryId: number, key: string = fresh()) {
  return { scope: "test", key, entryId, meta: aReason };
}

/** The request to capture or release a hold. */
export function aClosing(holdId: number, key: string = fresh()) {
  return { scope: "test", key, holdId, meta: aGift };
}

export const aGift = { for: "gift", redemptionId: 1, giftId: 1, title: "Key ring" } as const;
export const aReason = { for: "cancellation", reason: "test" } as const;
