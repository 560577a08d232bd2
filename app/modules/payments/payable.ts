import type { Permission } from "#app/modules/access/permissions.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { PaymentFor, Purpose } from "./payment.ts";

/** How a noun that members pay for is told what became of the money. */
export type Payable = {
  purpose: Purpose;
  /**
   * Locks what is paid for, before its payment is locked: in the order of the noun's own acts, which lock theirs
   * before they ask for a payment or cancel it.
   */
  lock?: (tx: Db, reference: string) => Promise<unknown>;
  /** Lets it go on, in the transaction in which it is paid. Called once for a payment. */
  onPaid: (tx: Db, payment: PaymentFor) => Promise<unknown>;
  /**
   * Asked before {@link onPaid} where the money comes after what it is for was kept, or after it was cancelled:
   * takes it up again where it can still be had. Where not, nothing may have been written.
   */
  onLate?: (tx: Db, payment: PaymentFor) => Promise<boolean>;
  /** Told of money that went back, in the same transaction; by itself that moves neither points nor stock. */
  onRefunded?: (tx: Db, payment: PaymentFor, refund: RefundTold) => Promise<unknown>;
  /** What giving it back as well would do; null where there is nothing to give back. */
  takeBackPreview?: (db: Db, reference: string) => Promise<TakeBackPreview | null>;
  /** How what was paid for is charged for again by itself; null where it never was. */
  renewal?: (db: Db, reference: string) => Promise<RenewalShown | null>;
  /** Has that end, once the transaction is certain: no money moves, and what was paid for stays. */
  endRenewal?: (tx: Db, reference: string) => Promise<RenewalEnd>;
  /** Where staff see what was paid for, whoever of them may, and where its owner does. */
  pages?: {
    staff?: (reference: string) => string;
    staffNeed?: Permission;
    owner?: (reference: string) => string;
  };
};

export type RefundTold = {
  id: number;
  amountMinor: number;
  /** Nothing of the payment is left. */
  whole: boolean;
  /** Whoever refunds wants it given back as well, with its points and its stock. */
  takeBack: boolean;
  /** What renews itself by being paid for again is to do so no more. */
  endRenewal: boolean;
  /** The person of finance who refunds; null where it was done at Stripe. */
  by: number | null;
};

export type TakeBackPreview = {
  /** Points that would go back to the member. */
  points: number;
  /** It was collected, sent or used: whoever refunds is warned. */
  used: boolean;
  /** Of a year of gold: its last day, before which it would end. */
  goldThrough?: Day;
};

/** What is charged again, on which day of the club; in the smallest unit of its currency. */
export type RenewalPreview = { on: Day; amountMinor: number; currency: string };

/** The same with how it stands. Of one that `ends` or is `over` the day is that of its end. */
export type RenewalShown = RenewalPreview & { state: RenewalState };

export type RenewalState =
  | "renews"
  /** It is charged no more, and lasts until its day. */
  | "ends"
  /** Somebody of the club has it ended, which Stripe has not said yet. */
  | "ending"
  | "over";

/** What came of having it end: that nobody needs to was said before, by a form that is sent twice. */
export type RenewalEnd = "asked" | "asked-before" | "ends-already" | "not-running";

/** The noun's own page of what was paid for, for staff; null where it has none, or they may not see it. */
export function staffPageOf(
  payables: readonly Payable[],
  { purpose, reference }: Named,
  may: (permission: Permission) => boolean,
): string | null {
  const pages = payableOf(payables, purpose)?.pages;
  const seen = pages?.staffNeed === undefined || may(pages.staffNeed);
  return (seen && pages?.staff?.(reference)) || null;
}

/** The same for its owner. */
export const ownerPageOf = (payables: readonly Payable[], { purpose, reference }: Named) =>
  payableOf(payables, purpose)?.pages?.owner?.(reference) ?? null;

/** What giving it back as well would do; null where there is nothing to give back. */
export const previewTakeBack = async (
  db: Db,
  payables: readonly Payable[],
  { purpose, reference }: Named,
): Promise<TakeBackPreview | null> =>
  (await payableOf(payables, purpose)?.takeBackPreview?.(db, reference)) ?? null;

/** How it is charged for again by itself; null where it never was. */
export const showRenewal = async (
  db: Db,
  payables: readonly Payable[],
  { purpose, reference }: Named,
): Promise<RenewalShown | null> =>
  (await payableOf(payables, purpose)?.renewal?.(db, reference)) ?? null;

/** When it is charged for again by itself; null where it is not. */
export async function previewRenewal(
  db: Db,
  payables: readonly Payable[],
  named: Named,
): Promise<RenewalPreview | null> {
  const shown = await showRenewal(db, payables, named);
  return shown?.state === "renews" ? shown : null;
}

type Named = Pick<PaymentFor, "purpose" | "reference">;

/** How a purpose's noun is told; undefined where nobody looks after it, so that it cannot be paid for. */
export const payableOf = (payables: readonly Payable[], purpose: Purpose) =>
  payables.find((each) => each.purpose === purpose);
