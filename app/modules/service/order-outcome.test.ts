import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDecision, decideOrder, type HeldOrder } from "./order-outcome.ts";
import type { RowKind } from "./service-order.ts";

type Row = { rowKind: RowKind; contentHash: string };

const order: Row = { rowKind: "order", contentHash: "A" };
const otherOrder: Row = { rowKind: "order", contentHash: "A2" };
const correction: Row = { rowKind: "correction", contentHash: "B" };
const otherCorrection: Row = { rowKind: "correction", contentHash: "B2" };
const cancellation: Row = { rowKind: "cancellation", contentHash: "C" };
const otherCancellation: Row = { rowKind: "cancellation", contentHash: "C2" };

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
  return { outcomes, content, cancelled: held?.cancelled };
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
    expect(run(rows)).toEqual({ outcomes, content, cancelled });
  });
});

test("only what changes an award is judged again", () => {
  expect(decideOrder(order, null).rejudge).toBe(true);
  expect(decideOrder(cancellation, null).rejudge).toBe(false);
  const held: HeldOrder = {
    contentFrom: "order",
    cancelled: false,
    contentHash: "A",
    seen: new Set(["A"]),
  };
  expect(decideOrder(order, held).rejudge).toBe(false);
  expect(decideOrder(correction, held).rejudge).toBe(true);
  expect(decideOrder(cancellation, held).rejudge).toBe(true);
  expect(decideOrder(correction, { ...held, cancelled: true }).rejudge).toBe(false);
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
