import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDecision, decideOrder, type HeldOrder } from "./order-outcome.ts";
import type { RowKind } from "./service-order.ts";

type Row = { rowKind: RowKind; paid: number; contentHash: string };

const order: Row = { rowKind: "order", paid: 1000, contentHash: "A" };
const otherOrder: Row = { rowKind: "order", paid: 1000, contentHash: "A2" };
const correction: Row = { rowKind: "correction", paid: 1500, contentHash: "B" };
const otherCorrection: Row = { rowKind: "correction", paid: 1500, contentHash: "B2" };
const cancellation: Row = { rowKind: "cancellation", paid: -1000, contentHash: "C" };
const otherCancellation: Row = { rowKind: "cancellation", paid: -1500, contentHash: "C2" };
/** Money that goes back, without the word for a cancellation. */
const refund = (paid: number): Row => ({ rowKind: "refund", paid: -paid, contentHash: `R${paid}` });

/** Runs rows one after the other; the hash whose content the order ends up with stands for its content. */
function run(rows: Row[]) {
  let held: HeldOrder | null = null;
  let content: string | null = null;
  const outcomes: string[] = [];
  for (const row of rows) {
    const decision = decideOrder(row, held);
    outcomes.push(decision.note ? `${decision.outcome}, ${decision.note}` : decision.outcome);
    if (decision.takesContent) content = row.contentHash;
    held = afterDecision(row, held, decision);
  }
  return { outcomes, content, cancelled: held?.cancelled, refunded: held?.refunded };
}

describe("rows of one order, one after the other", () => {
  test.each<[string, Row[], string[], string, boolean]>([
    ["an order never seen is new", [order], ["new"], "A", false],
    ["the same again is unchanged", [order, order], ["new", "unchanged"], "A", false],
    ["a correction counts", [order, correction], ["new", "corrected"], "B", false],
    [
      "other content without a remark counts too",
      [order, otherOrder],
      ["new", "corrected"],
      "A2",
      false,
    ],
    [
      "the later of two corrections counts",
      [order, correction, otherCorrection],
      ["new", "corrected", "corrected"],
      "B2",
      false,
    ],
    ["a cancellation reverses", [order, cancellation], ["new", "reversed"], "A", true],
    [
      "a cancelled order was corrected before",
      [order, correction, cancellation],
      ["new", "corrected", "reversed"],
      "B",
      true,
    ],
    [
      "the file again changes nothing",
      [order, correction, order, correction],
      ["new", "corrected", "unchanged", "unchanged"],
      "B",
      false,
    ],
    [
      "a cancelled order's file again changes nothing",
      [order, cancellation, order, cancellation],
      ["new", "reversed", "unchanged", "unchanged"],
      "A",
      true,
    ],
    [
      "a row overruled by another of its rank is said to have been seen before",
      [order, otherOrder, order],
      ["new", "corrected", "unchanged, seen-before"],
      "A2",
      false,
    ],
    [
      "and so is a correction",
      [order, correction, otherCorrection, correction, order],
      ["new", "corrected", "corrected", "unchanged, seen-before", "unchanged"],
      "B2",
      false,
    ],
    [
      "a cancelled order's rows are not",
      [order, otherOrder, cancellation, order],
      ["new", "corrected", "reversed", "unchanged"],
      "A2",
      true,
    ],
    ["a correction before its order is new", [correction], ["new"], "B", false],
    [
      "the order arriving after its correction changes nothing",
      [correction, order],
      ["new", "unchanged, older-than-held"],
      "B",
      false,
    ],
    [
      "a cancellation before its order is held as reversed",
      [cancellation],
      ["reversed"],
      "C",
      true,
    ],
    [
      "the order arriving after its cancellation stays cancelled",
      [cancellation, order],
      ["reversed", "unchanged, order-cancelled"],
      "A",
      true,
    ],
    [
      "a correction after the cancellation stays cancelled",
      [order, cancellation, correction],
      ["new", "reversed", "unchanged, order-cancelled"],
      "B",
      true,
    ],
    [
      "a second cancellation changes nothing",
      [order, cancellation, otherCancellation],
      ["new", "reversed", "unchanged, order-cancelled"],
      "A",
      true,
    ],
    [
      "a remembered row that did not count stays without effect",
      [correction, order, order],
      ["new", "unchanged, older-than-held", "unchanged"],
      "B",
      false,
    ],
  ])("%s", (_case, rows, outcomes, content, cancelled) => {
    expect(run(rows)).toMatchObject({ outcomes, content, cancelled });
  });
});

describe("money that goes back", () => {
  const partly = "corrected, partly-refunded";
  test.each<[string, Row[], string[], number, boolean]>([
    [
      "a part is taken off, and the order lives on",
      [order, refund(100)],
      ["new", partly],
      100,
      false,
    ],
    ["so is another part", [order, refund(100), refund(250)], ["new", partly, partly], 350, false],
    [
      "the same row again changes nothing",
      [order, refund(100), refund(100)],
      ["new", partly, "unchanged"],
      100,
      false,
    ],
    [
      "parts that come to the whole cancel it",
      [order, refund(400), refund(600)],
      ["new", partly, "reversed"],
      0,
      true,
    ],
    ["the whole cancels it, without the word", [order, refund(1000)], ["new", "reversed"], 0, true],
    [
      "more than the whole cancels it and says so",
      [order, refund(1001)],
      ["new", "reversed, refund-too-large"],
      0,
      true,
    ],
    [
      "a part with the word for a cancellation is a part",
      [order, { ...cancellation, paid: -100 }],
      ["new", partly],
      100,
      false,
    ],
    [
      "a correction leaves what has gone back",
      [order, refund(100), correction],
      ["new", partly, "corrected"],
      100,
      false,
    ],
    [
      "a correction to less than has gone back leaves nothing",
      [order, refund(600), { ...correction, paid: 500 }],
      ["new", partly, "corrected"],
      0,
      true,
    ],
    [
      "a part that comes before its order is taken off when that comes",
      [refund(100), order],
      ["reversed", "corrected"],
      100,
      false,
    ],
    [
      "what has been cancelled as a whole stays so, whatever is paid later",
      [order, cancellation, { ...correction, paid: 9000 }],
      ["new", "reversed", "unchanged, order-cancelled"],
      0,
      true,
    ],
    [
      "without the word, more paid later counts",
      [order, refund(1000), correction],
      ["new", "reversed", "corrected"],
      1000,
      false,
    ],
  ])("%s", (_case, rows, outcomes, refunded, cancelled) => {
    expect(run(rows)).toMatchObject({ outcomes, refunded, cancelled });
  });

  test("comes to the same in whatever order the rows come", () => {
    const rows = [order, refund(100), refund(250), correction, { ...cancellation, paid: -50 }];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(run(shuffled)).toMatchObject({ content: "B", refunded: 400, cancelled: false });
      }),
    );
  });
});

test("only what changes an award is judged again", () => {
  expect(decideOrder(order, null).rejudge).toBe(true);
  expect(decideOrder(cancellation, null).rejudge).toBe(false);
  const held: HeldOrder = {
    contentFrom: "order",
    cancelled: false,
    contentHash: "A",
    paid: 1000,
    refunded: 0,
    seen: new Map([["A", order]]),
  };
  expect(decideOrder(order, held).rejudge).toBe(false);
  expect(decideOrder(correction, held).rejudge).toBe(true);
  expect(decideOrder(cancellation, held).rejudge).toBe(true);
  const seen = new Map([...held.seen, ["C", cancellation]]);
  expect(decideOrder(correction, { ...held, cancelled: true, seen }).rejudge).toBe(false);
});

describe("an order ends in the same place", () => {
  const oneOfEachRank = fc.subarray([order, correction, cancellation], { minLength: 1 });

  test("whatever order its rows come in, and however often", () => {
    fc.assert(
      fc.property(
        oneOfEachRank.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows, ...rows, ...rows], { minLength: rows.length * 3 }),
          ),
        ),
        ([rows, shuffled]) => {
          const { content, cancelled } = run(rows);
          expect(run(shuffled)).toMatchObject({ content, cancelled });
        },
      ),
    );
  });

  test("when its rows are given a second time in the same order", () => {
    const rows = fc.array(
      fc.constantFrom(
        order,
        otherOrder,
        correction,
        otherCorrection,
        cancellation,
        otherCancellation,
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (once) => {
        const { content, cancelled } = run(once);
        const twice = run([...once, ...once]);
        expect(twice).toMatchObject({ content, cancelled });
        const again = twice.outcomes.slice(once.length).map((outcome) => outcome.split(",")[0]);
        expect(new Set(again)).toEqual(new Set(["unchanged"]));
      }),
    );
  });
});
