import { minorDigits } from "#app/platform/words/format.ts";

// Stripe counts by its own table: https://docs.stripe.com/currencies

/** Charged in whole units. */
const ZERO_DECIMAL = new Set(
  "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "),
);
/** Charged in thousandths, the last of which has to be a nought. */
const THREE_DECIMAL = new Set(["BHD", "JOD", "KWD", "OMR", "TND"]);

const stripeDigits = (currency: string): number => {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
};

/**
 * A sum as Stripe takes it.
 *
 * @param minor in the smallest unit of the currency, as `minorDigits` has it.
 * @returns null where Stripe cannot take that sum: KWD 4.905 has to be paid at a counter.
 */
export function toStripeAmount(minor: number, currency: string): number | null {
  const amount = minor * 10 ** (stripeDigits(currency) - minorDigits(currency));
  if (!Number.isSafeInteger(amount)) return null;
  return THREE_DECIMAL.has(currency) && amount % 10 !== 0 ? null : amount;
}

/** The same the other way. */
export function fromStripeAmount(amount: number, currency: string): number {
  return Math.round(amount * 10 ** (minorDigits(currency) - stripeDigits(currency)));
}
