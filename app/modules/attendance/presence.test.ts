import { expect, test } from "vitest";
import { aMark, minute } from "../../../tests/support/marks.ts";
import { countOf, partiesThatCame, staysOf } from "./presence.ts";

test("who came in is there; who left came, and is not", () => {
  const came = aMark();
  expect(staysOf([came])).toMatchObject([{ personId: 71, inside: true, cameAt: came.at }]);
  expect(staysOf([came, aMark({ kind: "out" })])).toMatchObject([{ inside: false }]);
  expect(staysOf([came, aMark({ kind: "out" }), aMark()])).toMatchObject([
    { inside: true, doubled: false, cameAt: came.at },
  ]);
});

test("marks count in the order in which they were made, not in which they arrived", () => {
  const came = aMark({ at: minute(1), receivedAt: minute(50) });
  const left = aMark({ kind: "out", at: minute(2) });
  expect(staysOf([left, came])).toMatchObject([{ inside: false }]);
});

test("a device whose clock is ahead is not believed beyond when its mark arrived", () => {
  const came = aMark({ at: minute(500), receivedAt: minute(1) });
  const left = aMark({ kind: "out", at: minute(2) });
  expect(staysOf([came, left])).toMatchObject([{ inside: false, cameAt: minute(1) }]);
});

test("two phones that marked one child are told, and it came once", () => {
  const stays = staysOf([aMark(), aMark({ device: "phone 2", gate: "Side" })]);
  expect(stays).toMatchObject([{ doubled: true, gate: "Main" }]);
  expect(countOf(stays)).toEqual({ came: 1, inside: 1, gates: [{ gate: "Main", came: 1 }] });
});

test("the same phone twice, or another after they had left, is nothing to tell", () => {
  expect(staysOf([aMark(), aMark()])).toMatchObject([{ doubled: false }]);
  const back = [aMark(), aMark({ kind: "out" }), aMark({ device: "phone 2" })];
  expect(staysOf(back)).toMatchObject([{ doubled: false, inside: true }]);
});

test("a mark that was taken back is none, also where its undo came first", () => {
  const mistake = aMark();
  const undo = aMark({ kind: "undo", undoes: mistake.id, personId: null, registrationId: null });
  expect(staysOf([undo, mistake])).toEqual([]);
  // What the other phone saw stands.
  expect(staysOf([undo, mistake, aMark({ device: "phone 2" })])).toHaveLength(1);
});

test("a party that was let in as a whole is counted until somebody of it is ticked", () => {
  const whole = aMark({ personId: null, people: 3 });
  expect(countOf(staysOf([whole])).came).toBe(3);
  expect(countOf(staysOf([whole, aMark(), aMark({ personId: 72 })])).came).toBe(2);
});

test("whom nobody knows is counted at the gate, and is no party that came", () => {
  const unknown = { registrationId: null, personId: null, people: 2, seen: "X7K2PM" };
  const stays = staysOf([
    aMark({ ...unknown, answer: "provisional" }),
    aMark({ registrationId: 8, personId: 81, answer: "no-place", gate: "Side" }),
    aMark(),
  ]);
  expect(countOf(stays)).toEqual({
    came: 4,
    inside: 4,
    gates: [
      { gate: "Main", came: 3 },
      { gate: "Side", came: 1 },
    ],
  });
  expect([...partiesThatCame(stays)]).toEqual([7]);
});
