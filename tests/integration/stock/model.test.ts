import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver, undoHandOver } from "#app/modules/redemptions/hand-over.server.ts";
import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import {
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { transferStock } from "#app/modules/stock/transfer-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  PARCEL,
  putOnShelf,
  type TestGift,
  take,
} from "../../support/gifts.ts";
import { anAward } from "../../support/ledger-fixtures.ts";
import type { TestMember } from "../../support/people.ts";
import { type Place, StockModel } from "../../support/stock-model.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();

const SEQUENCES = sized({ full: 60, quick: 15 });
const seed = Number(process.env.STOCK_SEED ?? Date.now() % 2 ** 31);

const place = fc.constantFrom<Place>(0, 1, 2);
const pieces = fc.integer({ min: 1, max: 3 });
const which = fc.nat({ max: 9 });
const anyStep = fc.oneof(
  fc.record({ do: fc.constant("receive" as const), place, pieces }),
  fc.record({
    do: fc.constant("take" as const),
    fulfilment: fc.constantFrom<Fulfilment>("collect", "ship", "voucher"),
    pieces,
    store: fc.constantFrom<Place>(1, 2),
  }),
  fc.record({ do: fc.constantFrom("make-ready" as const, "hand-over" as const), which }),
  fc.record({ do: fc.constant("undo-hand-over" as const), which }),
  fc.record({ do: fc.constantFrom("ship" as const, "return" as const), which }),
  fc.record({ do: fc.constantFrom("cancel" as const, "lapse" as const), which }),
  fc.record({ do: fc.constant("take-out" as const), place, pieces }),
  fc.record({ do: fc.constant("transfer" as const), from: place, to: place, pieces }),
  fc.record({ do: fc.constant("exchange" as const), which, back: fc.boolean() }),
  fc.record({ do: fc.constant("count" as const), place, found: fc.integer({ min: 0, max: 4 }) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

let stores: readonly (number | null)[] = [];
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  await ensureClub(db());
  stores = [null, await aStore(), await aStore()];
  keeper = await aKeeper();
});

/** A stock that three gifts share, one for each way to their owners, beside its model. */
class SideBySide {
  readonly model = new StockModel();
  readonly ids: number[] = [];

  constructor(
    readonly gifts: Record<Fulfilment, TestGift>,
    readonly member: TestMember,
  ) {}

  get itemId() {
    return this.gifts.collect.itemId;
  }

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case "receive":
        this.model.receive(step.place, step.pieces);
        return putOnShelf(this.itemId, step.pieces, stores[step.place]);
      case "take":
        return this.take(step);
      case "count":
        return this.count(step.place, step.found);
      case "exchange":
        return this.exchange(step.which, step.back);
      case "lapse":
        return this.lapse(step.which);
      case "take-out":
        return this.takeOut(step);
      case "transfer":
        return this.transfer(step);
      default: {
        const id = this.ids[step.which];
        if (id === undefined) return;
        const answer = await this.acts[step.do](id);
        expect(answer.ok ? answer.state : null).toBe(this.model.act(step.which, step.do));
      }
    }
  }

  private readonly acts = {
    "make-ready": (id: number) => makeReady(id, keeper.by),
    "hand-over": (id: number) =>
      handOver(id, { memberId: this.member.memberId, collector: "owner" }, keeper),
    "undo-hand-over": (id: number) => undoHandOver(id, "Pressed too early", keeper),
    ship: (id: number) => shipRedemption(id, { carrier: "SF", trackingNumber: "1" }, keeper),
    return: (id: number) => returnRedemption(id, { toShelf: true, reason: "Not found" }, keeper),
    cancel: (id: number) => cancelRedemption(id, "Thought better of it", keeper),
  };

  private async take(step: Extract<Step, { do: "take" }>): Promise<void> {
    const answer = await take(this.member, this.gifts[step.fulfilment], {
      quantity: step.pieces,
      collectStoreId: stores[step.store] ?? null,
      address: PARCEL,
    });
    expect(answer.ok).toBe(this.model.take(step.fulfilment, step.pieces, step.store));
    if (answer.ok) this.ids.push(answer.redemptionIds[0] as number);
  }

  /** A count finds what it finds, also fewer than are promised. */
  private async count(at: Place, found: number): Promise<void> {
    const difference = found - this.model.onHand[at];
    if (difference === 0) return;
    this.model.onHand[at] = found;
    this.model.cameIn += difference;
    await db().$transaction(async (tx) => {
      await lockShelves(tx, [this.itemId]);
      const storeId = stores[at] ?? null;
      const counted = { kind: "count" as const, onHand: difference, reason: "counted" };
      await moveStock(tx, [{ itemId: this.itemId, storeId, ...counted, by: keeper.by }]);
    });
  }

  /** The time is over of what lies ready, and of a voucher. */
  private async lapse(index: number): Promise<void> {
    const [id, one] = [this.ids[index], this.model.taken[index]];
    if (id === undefined || (one?.state !== "ready" && one?.state !== "issued")) return;
    const past = new Date(Date.now() - 3 * 86_400_000);
    if (one.state === "ready") {
      await db().redemption.update({ where: { id }, data: { collectBy: past } });
    } else {
      await db().voucher.update({ where: { redemptionId: id }, data: { validThrough: past } });
    }
    expect(await lapseRedemptions()).toBe(1);
    expect(this.model.act(index, "lapse")).toBe("lapsed");
  }

  private async takeOut({ place: at, pieces: gone }: Extract<Step, { do: "take-out" }>) {
    const taken = { itemId: this.itemId, storeId: stores[at] ?? null, pieces: gone };
    const form = { reason: "Broken", requestKey: crypto.randomUUID() };
    const answer = await takeOutStock({ ...taken, ...form }, keeper);
    expect(answer.ok).toBe(this.model.takeOut(at, gone));
  }

  private async transfer({ from, to, pieces: moved }: Extract<Step, { do: "transfer" }>) {
    const places = { from: stores[from] ?? null, to: stores[to] ?? null };
    const requestKey = crypto.randomUUID();
    const asked = { itemId: this.itemId, ...places, pieces: moved, requestKey };
    const answer = await transferStock(asked, keeper);
    expect(answer.ok).toBe(this.model.transfer(from, to, moved));
  }

  private async exchange(index: number, toShelf: boolean): Promise<void> {
    const [id, one] = [this.ids[index], this.model.taken[index]];
    if (id === undefined || !one) return;
    const reason = "A scratch";
    const exchange = { pieces: 1, reason, toShelf, again: true, requestKey: crypto.randomUUID() };
    const before = await this.shelves();
    const answer = await exchangeGift(id, exchange, keeper);
    const inHand = one.state === "collected" || one.state === "shipped";
    const had = ([0, 1, 2] as const).some((at) => this.model.free(at) > 0);
    expect(answer.ok).toBe(inHand && had);
    if (answer.ok) one.exchanged = true;
    if (!answer.ok || toShelf) return expect(await this.shelves()).toEqual(before);
    const after = await this.shelves();
    const at = before.findIndex((pieces, place) => pieces !== after[place]) as Place;
    this.model.onHand[at] -= 1;
    this.model.went += 1;
  }

  private async shelves(): Promise<number[]> {
    const levels = await db().stockLevel.findMany({ where: { itemId: this.itemId } });
    return stores.map((store) => levels.find(({ storeId }) => storeId === store)?.onHand ?? 0);
  }

  /** reserved + free + gone = what came in, place by place as the model has it. */
  async agree(): Promise<void> {
    const levels = await db().stockLevel.findMany({ where: { itemId: this.itemId } });
    for (const [at, store] of stores.entries()) {
      const level = levels.find(({ storeId }) => storeId === store);
      expect(level?.onHand ?? 0).toBe(this.model.onHand[at as Place]);
      expect(level?.reserved ?? 0).toBe(this.model.reserved(at as Place));
    }
    const there = levels.reduce((sum, { onHand }) => sum + onHand, 0);
    expect(there + this.model.went).toBe(this.model.cameIn);
  }
}

async function aSharedStock(): Promise<Record<Fulfilment, TestGift>> {
  const collect = await aGift({ points: 1, pieces: 0 });
  const sharing = async (fulfilment: Fulfilment) => {
    const gift = await aGift({ points: 1, pieces: 0, fulfilment });
    const data = { stockItemId: collect.itemId };
    await db().giftVariant.update({ where: { id: gift.variantId }, data });
    return { ...gift, itemId: collect.itemId };
  };
  return { collect, ship: await sharing("ship"), voucher: await sharing("voucher") };
}

test(`whatever happens to a stock, it is what the plainest model says (STOCK_SEED=${seed})`, async () => {
  const member = await aSaver(0);
  await earnPoints(db(), anAward(member.accountId, { points: 1_000_000 }));
  const sequences = fc.array(anyStep, { minLength: 4, maxLength: 24, size: "max" });
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const pair = new SideBySide(await aSharedStock(), member);
      for (const step of steps) {
        await pair.step(step);
        await pair.agree();
      }
    }),
    { seed, numRuns: SEQUENCES },
  );
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
}, 180_000);
