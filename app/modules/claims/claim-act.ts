/** Why nothing was changed by what somebody of the staff did to a claim. */
export type ClaimActRefusal =
  | "own-claim"
  | "answered-already"
  | "taken-already"
  | "cannot-decide"
  /** An answer waits for a second person. */
  | "waits-already"
  | "no-such-order"
  | "another-members"
  | "order-exists"
  | "no-such-store"
  | "not-their-car"
  | "no-vehicle"
  | "bad-date"
  | "unreadable";

/** A form on a claim's page that was not carried out: which one, what it held, and what was wrong. */
export type ClaimActReply = {
  intent: string | null;
  form: {
    initialValue?: Record<string, unknown> | null;
    error?: Record<string, string[] | null> | null;
  };
  refusal: ClaimActRefusal | null;
};
