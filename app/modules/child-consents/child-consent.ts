import type { ChildConsent } from "#app/modules/events/plan.ts";

/**
 * What a guardian gives and takes back as they like, at any time: before the event, on its day, and years after it.
 * Taking part is not among them: without it there is no place, so that is ended by cancelling.
 */
export const freeChildConsents = [
  "photographs",
  "artwork",
] as const satisfies readonly ChildConsent[];
export type FreeChildConsent = (typeof freeChildConsents)[number];

/** What was said once: when, and whether by the family itself or by somebody of the club for it. */
export type ConsentLine = {
  consent: FreeChildConsent;
  given: boolean;
  at: Date;
  byFamily: boolean;
};

/** A child of a party, with what its guardian agrees to. */
export type ConsentingChild = {
  id: number;
  name: string;
  agreed: Record<FreeChildConsent, boolean>;
  /** What was said since they registered, the newest first. */
  history: ConsentLine[];
};
