import fc from "fast-check";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { captureHold } from "#app/modules/ledger/capture-hold.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { releaseHold } from "#app/modules/ledger/release-hold.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aGift, anAward, aReason, fresh } from "./ledger-fixtures.ts";
import type { LedgerModel, Outcome } from "./ledger-model.ts";
import { type Day, dateOf } from "./ledger-model-lots.ts";

const points = fc.integer({ min: 1, max: 120 });
const pick = fc.nat({ max: 1000 });

const award = fc.record({
  points,
  statusPoints: fc.integer({ min: 0, max: 60 }),
  // Booked late, available at once, or pending: for days, or until somebody settles it.
  availableIn: fc.oneof(
    fc.constant(0),
    fc.integer({ min: -20, max: 20 }),
    fc.constant("unknown" as const),
  ),
  life: fc.integer({ min: 1, max: 40 }),
});
export type AwardStep = typeof award extends fc.Arbitrary<infer T> ? T : never;

/** Anything that can happen to an account, one step at a time. `pick` chooses among what is there. */
export const anyStep = fc.oneof(
  { weight: 5, arbitrary: award.map((award) => ({ does: "earn", award }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .array(award, { minLength: 1, maxLength: 4 })
      .map((awards) => ({ does: "earn many", awards }) as const),
  },
  { weight: 5, arbitrary: points.map((points) => ({ does: "spend", points }) as const) },
  {
    weight: 3,
    arbitrary: fc
      .record({ points, days: fc.integer({ min: 1, max: 45 }) })
      .map((hold) => ({ does: "hold", ...hold }) as const),
  },
  { weight: 2, arbitrary: pick.map((pick) => ({ does: "capture", pick }) as const) },
  { weight: 2, arbitrary: pick.map((pick) => ({ does: "release", pick }) as const) },
  { weight: 4, arbitrary: pick.map((pick) => ({ does: "reverse", pick }) as const) },
  { weight: 3, arbitrary: pick.map((pick) => ({ does: "cancel", pick }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .record({ points, minus: fc.boolean(), life: fc.integer({ min: 1, max: 40 }) })
      .map((adjustment) => ({ does: "adjust", ...adjustment }) as const),
  },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 1, max: 25 }).map((days) => ({ does: "pass", days }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ does: "lapse job" } as const) },
  { weight: 2, arbitrary: pick.map((pick) => ({ does: "repeat", pick }) as const) },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

type Answer = Outcome & { entryId?: number; replayed?: boolean };

/** Does steps to a real account and to the model beside it, and says what each of them answered. */
export class SideBySide {
  /** The ledger's entry for each of the model's. */
  private readonly entryIds: number[] = [];
  private readonly requests: (() => Promise<Answer>)[] = [];

  constructor(
    readonly accountId: number,
    readonly model: LedgerModel,
  ) {}

  get now(): Date {
    return dateOf(this.model.today);
  }

  /** @returns null where there was nothing to do the step to. */
  async take(step: Step): Promise<{ real: Answer; modelled: Outcome } | null> {
    const { model } = this;
    switch (step.does) {
      case "pass":
        model.pass(step.days);
        return null;
      case "lapse job":
        await lapseDue(db(), this.now);
        return null;
      case "repeat":
        return this.repeat(step.pick);
      case "earn": {
        const request = this.asAward(step.award);
        return this.compare(
          () => earnPoints(db(), request, this.now),
          () => model.earn(this.asModelled(step.award)),
        );
      }
      case "earn many":
        return this.earnMany(step.awards);
      case "spend": {
        const request = {
          ...this.key(),
          accountId: this.accountId,
          points: step.points,
          meta: aGift,
        };
        return this.compare(
          () => spendPoints(db(), request, this.now),
          () => model.spend(step.points),
        );
      }
      case "adjust": {
        const points = step.minus ? -step.points : step.points;
        const lapsesOn = model.today + step.life;
        const meta = { for: "adjustment", reason: "test", by: 1 } as const;
        const request = {
          ...this.key(),
          accountId: this.accountId,
          points,
          lapsesAt: dateOf(lapsesOn),
          meta,
        };
        return this.compare(
          () => adjustPoints(db(), request, this.now),
          () => model.adjust(points, lapsesOn),
        );
      }
      case "hold": {
        const endsOn = model.today + step.days;
        const hold = { ...this.key(), accountId: this.accountId, points: step.points, meta: aGift };
        const request = { ...hold, endsAt: dateOf(endsOn) };
        return this.compare(
          () => holdPoints(db(), request, this.now),
          () => model.hold(step.points, endsOn),
        );
      }
      case "capture":
      case "release":
        return this.closeHold(step.does, step.pick);
      case "reverse":
      case "cancel":
        return this.takeBack(step.does, step.pick);
    }
  }

  private async closeHold(does: "capture" | "release", pick: number) {
    const held = [...this.model.holds.keys()];
    const id = held[pick % held.length];
    if (id === undefined) return null;
    const request = { ...this.key(), holdId: this.entryIds[id] as number, meta: aGift };
    const close = does === "capture" ? captureHold : releaseHold;
    return this.compare(
      () => close(db(), request, this.now),
      () => this.model[does](id),
    );
  }

  private async takeBack(does: "reverse" | "cancel", pick: number) {
    const id = pick % this.entryIds.length;
    const entryId = this.entryIds[id];
    if (entryId === undefined) return null;
    const request = { ...this.key(), entryId, meta: aReason };
    const takeBack = does === "reverse" ? reverseEntry : cancelSpend;
    return this.compare(
      () => takeBack(db(), request, this.now),
      () => this.model[does](id),
    );
  }

  private async earnMany(awards: AwardStep[]) {
    const booked = await earnMany(
      db(),
      awards.map((award) => this.asAward(award)),
      this.now,
    );
    for (const [i, award] of awards.entries()) {
      this.model.earn(this.asModelled(award));
      this.entryIds.push(booked[i]?.entryId as number);
    }
    return null;
  }

  /** The same request once more is answered as before, and changes nothing. */
  private async repeat(pick: number) {
    const request = this.requests[pick % this.requests.length];
    if (!request) return null;
    const real = await request();
    if (!real.replayed) throw new Error("A repeated request was booked again.");
    return null;
  }

  private async compare(ask: () => Promise<Answer>, model: () => Outcome) {
    const modelled = model();
    const real = await ask();
    if (real.ok) {
      this.entryIds.push(real.entryId as number);
      this.requests.push(ask);
    }
    return { real, modelled };
  }

  private key() {
    return { scope: "model", key: fresh() };
  }

  private asModelled({ points, statusPoints, availableIn, life }: AwardStep) {
    const availableOn: Day =
      availableIn === "unknown" ? Number.POSITIVE_INFINITY : this.model.today + availableIn;
    return { points, statusPoints, availableOn, lapsesOn: availableOn + life };
  }

  private asAward(step: AwardStep) {
    const { availableOn, lapsesOn, ...given } = this.asModelled(step);
    return anAward(this.accountId, {
      ...given,
      availableAt: Number.isFinite(availableOn) ? dateOf(availableOn) : null,
      lapsesAt: Number.isFinite(lapsesOn) ? dateOf(lapsesOn) : null,
      effectiveAt: this.now,
    });
  }
}
