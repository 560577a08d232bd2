import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import { afterAct, type RedemptionState } from "#app/modules/redemptions/redemption.ts";

/** A place of the model: the store room is 0, stores are 1 and 2. */
export type Place = 0 | 1 | 2;

type Taken = {
  state: RedemptionState;
  fulfilment: Fulfilment;
  pieces: number;
  at: Place;
  collectAt: Place;
  laidOut: boolean;
  exchanged: boolean;
};

type ModelAct =
  | "make-ready"
  | "hand-over"
  | "undo-hand-over"
  | "ship"
  | "return"
  | "cancel"
  | "lapse";

/**
 * The plainest model of one stock: pieces in three places, and what members took of them. It knows nothing of
 * movements, locks or the database.
 */
export class StockModel {
  readonly onHand: [number, number, number] = [0, 0, 0];
  readonly taken: Taken[] = [];
  cameIn = 0;
  went = 0;

  reserved(place: Place): number {
    return this.taken
      .filter(({ state, at }) => at === place && (state === "requested" || state === "ready"))
      .reduce((sum, { pieces }) => sum + pieces, 0);
  }

  free(place: Place): number {
    return Math.max(0, this.onHand[place] - this.reserved(place));
  }

  receive(place: Place, pieces: number): void {
    this.onHand[place] += pieces;
    this.cameIn += pieces;
  }

  /** Pieces that are gone for another reason; false where there are not so many. */
  takeOut(place: Place, pieces: number): boolean {
    if (this.onHand[place] < pieces) return false;
    this.leave(place, pieces);
    return true;
  }

  /** Free pieces that are brought elsewhere; false where there are not so many, or it is the same place. */
  transfer(from: Place, to: Place, pieces: number): boolean {
    if (from === to || this.free(from) < pieces) return false;
    this.onHand[from] -= pieces;
    this.onHand[to] += pieces;
    return true;
  }

  /** The nearest place that has them all; false where none has. */
  take(fulfilment: Fulfilment, pieces: number, collectAt: Place): boolean {
    const wanted: Place = fulfilment === "collect" ? collectAt : 0;
    const at = this.nearest([0, 1, 2], pieces, wanted);
    if (at === null) return false;
    const issued = fulfilment === "voucher";
    if (issued) this.leave(at, pieces);
    const state = issued ? "issued" : "requested";
    const fresh = { laidOut: false, exchanged: false };
    this.taken.push({ state, fulfilment, pieces, at, collectAt: wanted, ...fresh });
    return true;
  }

  /** What an act makes of what was taken; null where it cannot be done. */
  act(which: number, act: ModelAct) {
    const one = this.taken[which];
    if (!one) return null;
    let next = afterAct(one, act);
    if (!next) return null;
    if (act === "undo-hand-over") {
      if (one.exchanged) return null;
      this.onHand[one.at] += one.pieces;
      this.went -= one.pieces;
      if (!one.laidOut) next = "requested";
    }
    if (act === "make-ready" || act === "hand-over" || act === "ship") {
      const at = this.keeper(one);
      if (at === null) return null;
      one.at = at;
    }
    if (act === "make-ready") one.laidOut = true;
    if (act === "make-ready" && one.at !== one.collectAt) {
      this.onHand[one.at] -= one.pieces;
      this.onHand[one.collectAt] += one.pieces;
      one.at = one.collectAt;
    }
    if (act === "hand-over" || act === "ship") this.leave(one.at, one.pieces);
    if (act === "return" || (one.state === "issued" && (act === "cancel" || act === "lapse"))) {
      this.onHand[one.at] += one.pieces;
      this.went -= one.pieces;
    }
    one.state = next;
    return next;
  }

  /** The place that keeps a promise: another one where a count has left too few. */
  private keeper({ at, pieces, collectAt }: Taken): Place | null {
    if (this.onHand[at] >= pieces) return at;
    const others = ([0, 1, 2] as const).filter((place) => place !== at);
    return this.nearest(others, pieces, collectAt);
  }

  private nearest(places: readonly Place[], pieces: number, wanted: Place): Place | null {
    const [best] = places
      .filter((place) => this.free(place) >= pieces)
      .sort((a, b) => rank(b, wanted) - rank(a, wanted) || this.free(b) - this.free(a));
    return best ?? null;
  }

  private leave(place: Place, pieces: number): void {
    this.onHand[place] -= pieces;
    this.went += pieces;
  }
}

const rank = (place: Place, wanted: Place) => (place === wanted ? 2 : place === 0 ? 1 : 0);
