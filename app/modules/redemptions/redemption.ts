import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** Where a redemption stands: see product.md, "Gifts". */
export const redemptionStates = [
  "requested",
  "ready",
  "collected",
  "shipped",
  "delivered",
  "returned",
  "issued",
  "used",
  "cancelled",
  "lapsed",
] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/**
 * What can be done with one. Exchanging a broken gift and giving its owner more time leave it where it is; so
 * does using a voucher that can be used again.
 */
export type RedemptionAct =
  | "make-ready"
  | "hand-over"
  | "undo-hand-over"
  | "ship"
  | "deliver"
  | "return"
  | "issue"
  | "cancel"
  | "lapse"
  | "extend"
  | "exchange"
  | "use"
  | "undo-use";

type Move = {
  from: readonly RedemptionState[];
  to: RedemptionState | "same";
  how?: readonly Fulfilment[];
};

const MOVES: Record<RedemptionAct, Move> = {
  "make-ready": { from: ["requested"], to: "ready", how: ["collect"] },
  // Somebody may stand at the desk before it was laid out for them.
  "hand-over": { from: ["requested", "ready"], to: "collected", how: ["collect"] },
  // Where it had not been laid out, it is requested again.
  "undo-hand-over": { from: ["collected"], to: "ready", how: ["collect"] },
  ship: { from: ["requested"], to: "shipped", how: ["ship"] },
  deliver: { from: ["shipped"], to: "delivered", how: ["ship"] },
  return: { from: ["shipped", "delivered"], to: "returned", how: ["ship"] },
  issue: { from: ["requested"], to: "issued", how: ["voucher"] },
  cancel: { from: ["requested", "ready", "issued"], to: "cancelled" },
  lapse: { from: ["requested", "ready", "issued"], to: "lapsed" },
  extend: { from: ["ready"], to: "same", how: ["collect"] },
  exchange: { from: ["collected", "delivered", "shipped"], to: "same", how: ["collect", "ship"] },
  use: { from: ["issued"], to: "used", how: ["voucher"] },
  "undo-use": { from: ["issued", "used"], to: "issued", how: ["voucher"] },
};

/**
 * The state that an act leads to; null where it cannot be done with a redemption as it stands. Cancelled,
 * lapsed and returned are ends: taking the gift again is another redemption, at the price of that day.
 */
export function afterAct(
  redemption: { state: RedemptionState; fulfilment: Fulfilment },
  act: RedemptionAct,
): RedemptionState | null {
  const { from, to, how } = MOVES[act];
  if (!from.includes(redemption.state)) return null;
  if (how && !how.includes(redemption.fulfilment)) return null;
  return to === "same" ? redemption.state : to;
}

/**
 * What nobody at the dealership does with what they took themselves: a colleague does, or gifts were free to whoever
 * stands beside the shelf. Laying it out gives nothing to anybody.
 */
export const needsColleague = (act: RedemptionAct): boolean => OF_COLLEAGUES.includes(act);

const OF_COLLEAGUES: readonly RedemptionAct[] = [
  "hand-over",
  "undo-hand-over",
  "ship",
  "deliver",
  "return",
  "extend",
  "exchange",
  "use",
  "undo-use",
];

/** Pieces that are promised to somebody and still lie on a shelf. */
export const isPromised = (state: RedemptionState): boolean =>
  state === "requested" || state === "ready";

/**
 * What its owner took and has not given back: it counts against the limits of a gift, and the club has its points.
 * `takenOf` of gifts and `sweepGoals` say the same in SQL.
 */
export const countsAsTaken = (state: RedemptionState): boolean =>
  state !== "cancelled" && state !== "lapsed" && state !== "returned";

/** Its owner may cancel until it is laid out for them; after that staff can. */
export const ownerMayCancel = (state: RedemptionState): boolean => state === "requested";

/** Whether a parcel's address still serves: until it has arrived, or will not be sent any more. */
export const needsAddress = (state: RedemptionState): boolean =>
  state === "requested" || state === "shipped";

/** Whether it ended without being in anybody's hands: who else might have collected it is nobody's business. */
export const cameToNothing = (state: RedemptionState): boolean =>
  state === "cancelled" || state === "lapsed";

/** Who stands at the desk: the member, or the one whom the member named. */
export const COLLECTORS = ["owner", "substitute"] as const;
export type Collector = (typeof COLLECTORS)[number];

/** What an act is called in the redemption's history. */
export const STEP_OF = {
  "make-ready": "ready",
  "hand-over": "collected",
  "undo-hand-over": "hand-over-undone",
  ship: "shipped",
  deliver: "delivered",
  return: "returned",
  issue: "issued",
  cancel: "cancelled",
  lapse: "lapsed",
  extend: "extended",
  exchange: "exchanged",
  use: "used",
  "undo-use": "use-undone",
} as const satisfies Record<RedemptionAct, string>;

/** Everything that can stand in a redemption's history. */
export type RedemptionStepName =
  | (typeof STEP_OF)[RedemptionAct]
  | "requested"
  | "reminded"
  | "paid"
  | "refunded"
  | "collector-named"
  | "collector-removed";

/** Something a member took that waits for them: to be collected, or for its money. */
export type Errand = {
  redemptionId: number;
  thing: "collect-gift" | "pay-gift";
  titleEn: string;
  titleZh: string;
  /** Where it is collected; null for what is not. */
  store: InBoth | null;
  /** The first instant at which it is too late, in milliseconds. */
  until: number;
  /** What is still to be paid; null for nothing. */
  money: { amountMinor: number; currency: string } | null;
};
