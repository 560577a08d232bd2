import type { Actor } from "#app/modules/access/actor.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * What gives points because somebody at the desk says so, beside an adjustment: an invoice typed with a visit or
 * into a claim, an order of nobody's given to a member who misses it, orders that come with a car.
 */
export const HAND_ACTS = ["visit", "claim-entered", "claim-linked", "car"] as const;
export type HandActName = (typeof HAND_ACTS)[number];

/** Everything that counts towards what one person may give alone. */
export type HandKind = "adjustment" | HandActName;

/** How a noun does what was asked for, once a second person approves it. */
export type HandAct = {
  name: HandActName;
  /**
   * Does it in the transaction of the approval. Where it can no longer be done it says so, and whatever it wrote
   * until then is undone.
   *
   * @param details as the noun gave them when it was asked for.
   */
  carryOut: (tx: Db, details: unknown, approver: Actor) => Promise<HandActDone>;
};

export type HandActDone =
  /** `entryId`: the entry it ended in; null where it is several. */
  | { ok: true; points: number; entryId: number | null }
  /** Settled otherwise meanwhile, as by the workshop's own row. */
  | { ok: false; refusal: "overtaken" };
