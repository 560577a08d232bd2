/** An object as Stripe shows it. */
export type Thing = Record<string, unknown> & { id: string; object: string };

/** What Stripe says no to. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Without what the stand-in notes for itself. */
export const shown = (thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([key]) => !key.startsWith("$"))) as Thing;
