import { DateTime } from "luxon";
import type { Balance, EntryKind } from "#app/modules/ledger/entry.ts";
import {
  type Day,
  type Drawn,
  dateOf,
  draw,
  inLapseOrder,
  type Lot,
  share,
  sum,
} from "./ledger-model-lots.ts";

// The ledger as simply as it can be said: time goes day by day, everything is a list, and nothing is
// fast. What PostgreSQL answers must be what this answers.

const GRACE_DAYS = 30;

type Entry = {
  kind: EntryKind;
  points: number;
  drawn: Drawn[];
  statusPoints: number;
  day: Day;
  reversed: boolean;
};
type Hold = { lots: Drawn[]; endsOn: Day; state: "open" | "captured" | "released" | "ended" };

export type Outcome =
  | { ok: true }
  | { ok: false; refusal: "insufficient"; available: number }
  | {
      ok: false;
      refusal: "already-reversed" | "not-reversible" | `hold-${Exclude<Hold["state"], "open">}`;
    };

const done: Outcome = { ok: true };

export class LedgerModel {
  today: Day = 0;
  debt = 0;
  lots: Lot[] = [];
  entries: Entry[] = [];
  holds = new Map<number, Hold>();

  pass(days: number): void {
    for (let day = 0; day < days; day++) {
      this.today += 1;
      this.settle();
    }
  }

  earn(
    award: { points: number; statusPoints: number; availableOn: Day; lapsesOn: Day },
    kind: EntryKind = "earn",
  ): Outcome {
    const madeBy = this.write({ kind, points: award.points, statusPoints: award.statusPoints });
    if (award.points > 0) {
      this.makeLot(
        { madeBy, origin: null, availableOn: award.availableOn, lapsesOn: award.lapsesOn },
        award.points,
      );
    }
    this.settle();
    return done;
  }

  spend(points: number, kind: EntryKind = "spend"): Outcome {
    if (this.available() < points)
      return { ok: false, refusal: "insufficient", available: this.available() };
    this.write({
      kind,
      points: -points,
      drawn: draw(inLapseOrder(this.availableLots()), points),
    });
    return done;
  }

  adjust(points: number, lapsesOn: Day): Outcome {
    if (points < 0) return this.spend(-points, "adjust");
    return this.earn({ points, statusPoints: 0, availableOn: this.today, lapsesOn }, "adjust");
  }

  hold(points: number, endsOn: Day): Outcome {
    if (this.available() < points)
      return { ok: false, refusal: "insufficient", available: this.available() };
    const lots = share(inLapseOrder(this.availableLots()), points);
    for (const { lot, points } of lots) lot.held += points;
    this.holds.set(this.write({ kind: "hold", points: 0 }), { lots, endsOn, state: "open" });
    return done;
  }

  capture(id: number): Outcome {
    const hold = this.holds.get(id) as Hold;
    if (hold.state !== "open") return { ok: false, refusal: `hold-${hold.state}` };
    hold.state = "captured";
    for (const { lot, points } of hold.lots) lot.held -= points;
    for (const { lot, points } of hold.lots) lot.remaining -= points;
    const points = sum(hold.lots.map(({ points }) => points));
    this.write({ kind: "capture", points: -points, drawn: hold.lots });
    return done;
  }

  release(id: number): Outcome {
    const hold = this.holds.get(id) as Hold;
    if (hold.state !== "open") return { ok: false, refusal: `hold-${hold.state}` };
    hold.state = "released";
    const madeBy = this.write({ kind: "release", points: 0 });
    for (const { lot, points } of hold.lots) {
      lot.held -= points;
      if (lot.lapsesOn > this.today) continue;
      lot.remaining -= points;
      this.makeGraceLot(madeBy, lot, points);
    }
    this.settle();
    return done;
  }

  reverse(id: number): Outcome {
    const award = this.entries[id] as Entry;
    if (!["earn", "adjust"].includes(award.kind) || award.points < 0)
      return { ok: false, refusal: "not-reversible" };
    if (award.reversed) return { ok: false, refusal: "already-reversed" };
    award.reversed = true;
    const own = this.lots.filter((lot) => lot.madeBy === id || lot.origin?.madeBy === id);
    const points = award.points - sum(own.map((lot) => lot.lapsed));
    const others = this.lots.filter((lot) => !own.includes(lot));
    const drawn = draw(
      [own, others].flatMap((lots) => [
        ...inLapseOrder(lots.filter((lot) => lot.availableOn <= this.today)),
        ...inLapseOrder(lots.filter((lot) => lot.availableOn > this.today)),
      ]),
      points,
    );
    this.debt += points - sum(drawn.map(({ points }) => points));
    this.write({
      kind: "reverse",
      points: -points,
      drawn,
      statusPoints: -award.statusPoints,
      day: award.day,
    });
    return done;
  }

  cancel(id: number): Outcome {
    const spent = this.entries[id] as Entry;
    if (!["spend", "capture", "adjust"].includes(spent.kind) || spent.points > 0)
      return { ok: false, refusal: "not-reversible" };
    if (spent.reversed) return { ok: false, refusal: "already-reversed" };
    spent.reversed = true;
    const madeBy = this.write({ kind: "cancel", points: -spent.points });
    for (const { lot, points } of spent.drawn) {
      if (lot.lapsesOn > this.today) lot.remaining += points;
      else this.makeGraceLot(madeBy, lot, points);
    }
    this.settle();
    return done;
  }

  balance(): Omit<Balance, "accountId" | "version"> {
    const available = this.available();
    const pending = sum(
      this.lots.filter((lot) => lot.availableOn > this.today).map((lot) => lot.remaining),
    );
    const held = sum(this.lots.map((lot) => lot.held));
    const lapsing = this.availableLots().filter(
      (lot) => lot.remaining > lot.held && Number.isFinite(lot.lapsesOn),
    );
    const next = Math.min(...lapsing.map((lot) => lot.lapsesOn));
    return {
      available,
      pending,
      held,
      debt: this.debt,
      posted: available + pending + held - this.debt,
      nextLapseAt: lapsing.length > 0 ? dateOf(next) : null,
      nextLapsePoints: sum(
        lapsing.filter((lot) => lot.lapsesOn === next).map((lot) => lot.remaining - lot.held),
      ),
      statusPoints: this.statusPoints(),
    };
  }

  /** What the clock does at the beginning of a day. */
  private settle(): void {
    for (const hold of this.holds.values()) {
      if (hold.state !== "open" || hold.endsOn > this.today) continue;
      hold.state = "ended";
      for (const { lot, points } of hold.lots) lot.held -= points;
    }
    for (const lot of this.lots.filter((lot) => lot.lapsesOn <= this.today)) {
      lot.lapsed += lot.remaining - lot.held;
      lot.remaining = lot.held;
    }
    const repaid = draw(inLapseOrder(this.availableLots()), this.debt);
    this.debt -= sum(repaid.map(({ points }) => points));
  }

  private statusPoints(): number {
    const now = DateTime.fromJSDate(dateOf(this.today), { zone: "utc" });
    const since = now.minus({ months: 1 }).toMillis();
    const counting = this.entries.filter((entry) => dateOf(entry.day).getTime() > since);
    return sum(counting.map((entry) => entry.statusPoints));
  }

  private available(): number {
    return sum(this.availableLots().map((lot) => lot.remaining - lot.held));
  }

  private availableLots(): Lot[] {
    const today = this.today;
    return this.lots.filter((lot) => lot.availableOn <= today && lot.lapsesOn > today);
  }

  private makeGraceLot(madeBy: number, lot: Lot, points: number): void {
    const dates = { availableOn: this.today, lapsesOn: this.today + GRACE_DAYS };
    this.makeLot({ madeBy, origin: lot.origin ?? lot, ...dates }, points);
  }

  private makeLot(lot: Omit<Lot, "remaining" | "held" | "lapsed">, points: number): void {
    this.lots.push({ ...lot, remaining: points, held: 0, lapsed: 0 });
  }

  private write(entry: Partial<Entry> & Pick<Entry, "kind" | "points">): number {
    this.entries.push({ drawn: [], statusPoints: 0, day: this.today, reversed: false, ...entry });
    return this.entries.length - 1;
  }
}
