import { expect, test } from "vitest";
import { RedemptionActForm, TakeForMemberForm } from "./desk-forms.ts";
import { TakeGiftForm } from "./forms.ts";

const requestKey = "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1a01";

/** How many pieces each of the forms that ask for them reads; null where it refuses. */
function read(pieces: string | undefined): (number | null)[] {
  const exchanged = RedemptionActForm.safeParse({
    intent: "exchange",
    requestKey,
    pieces,
    reason: "Broken",
  });
  const atDesk = TakeForMemberForm.safeParse({ requestKey, choice: "1-180-0", quantity: pieces });
  const own = TakeGiftForm.safeParse({
    intent: "take",
    requestKey,
    variant: "1",
    quantity: pieces,
    points: "180",
    moneyMinor: "0",
  });
  return [
    exchanged.success && "pieces" in exchanged.data ? exchanged.data.pieces : null,
    atDesk.success ? atDesk.data.quantity : null,
    own.success ? own.data.quantity : null,
  ];
}

test.each([
  ["2", 2],
  [" 2 ", 2],
  ["２", 2],
  ["0", null],
  ["-1", null],
  ["1.5", null],
  ["0x2", null],
  ["1e1", null],
  ["99999999999", null],
  ["two", null],
])("pieces typed as %s", (typed, pieces) => {
  expect(read(typed)).toEqual([pieces, pieces, pieces]);
});

test("where nobody says how many, one is taken; an exchange says it", () => {
  expect(read(undefined)).toEqual([null, 1, 1]);
});
