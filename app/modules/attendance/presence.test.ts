import { expect, test } from "vitest";
import { countOf, type KeptMark, partiesThatCame, staysOf } from "./presence.ts";

let made = 0;
const minute = (count: number) => new Date(Date.UTC(2027, 2, 14, 5, count));

/** Mia of party 7 came in at the main gate. */
function mark(given: Partial<KeptMark> = {}): KeptMark {
  made += 1;
  const at = given.at ?? minute(made);
  return {
    id: `mark-${made}`,
    kind: "in",
    registrationId: 7,
    personId: 71,
    undoes: null,
    seen: "",
    people: 0,
    at,
    receivedAt: at,
    gate: "Main",
    device: "phone 1",
    answer: "recorded",
    ...given,
  };
}

test("who came in is there; who left came, and is not", () => {
  const came = mark();
  expect(staysOf([came])).toMatchObject([{ personId: 71, inside: true, cameAt: came.at }]);
  expect(staysOf([came, mark({ kind: "out" })])).toMatchObject([{ inside: false }]);
  expect(staysOf([came, mark({ kind: "out" }), mark()])).toMatchObject([
    { inside: true, doubled: false, cameAt: came.at },
  ]);
});

test("marks count in the order in which they were made, not in which they arrived", () => {
  const came = mark({ at: minute(1), receivedAt: minute(50) });
  const left = mark({ kind: "out", at: minute(2) });
  expect(staysOf([left, came])).toMatchObject([{ inside: false }]);
});

test("a device whose clock is ahead is not believed beyond when its mark arrived", () => {
  const came = mark({ at: minute(500), receivedAt: minute(1) });
  const left = mark({ kind: "out", at: minute(2) });
  expect(staysOf([came, left])).toMatchObject([{ inside: false, cameAt: minute(1) }]);
});

test("two phones that marked one child are told, and it came once", () => {
  const stays = staysOf([mark(), mark({ device: "phone 2", gate: "Side" })]);
  expect(stays).toMatchObject([{ doubled: true, gate: "Main" }]);
  expect(countOf(stays)).toEqual({ came: 1, inside: 1, gates: [{ gate: "Main", came: 1 }] });
});

test("the same phone twice, or another after they had left, is nothing to tell", () => {
  expect(staysOf([mark(), mark()])).toMatchObject([{ doubled: false }]);
  const back = [mark(), mark({ kind: "out" }), mark({ device: "phone 2" })];
  expect(staysOf(back)).toMatchObject([{ doubled: false, inside: true }]);
});

test("a mark that was taken back is none, also where its undo came first", () => {
  const mistake = mark();
  const undo = mark({ kind: "undo", undoes: mistake.id, personId: null, registrationId: null });
  expect(staysOf([undo, mistake])).toEqual([]);
  // What the other phone saw stands.
  expect(staysOf([undo, mistake, mark({ device: "phone 2" })])).toHaveLength(1);
});

test("a party that was let in as a whole is counted until somebody of it is ticked", () => {
  const whole = mark({ personId: null, people: 3 });
  expect(countOf(staysOf([whole])).came).toBe(3);
  expect(countOf(staysOf([whole, mark(), mark({ personId: 72 })])).came).toBe(2);
});

test("whom nobody knows is counted at the gate, and is no party that came", () => {
  const unknown = { registrationId: null, personId: null, people: 2, seen: "X7K2PM" };
  const stays = staysOf([
    mark({ ...unknown, answer: "provisional" }),
    mark({ registrationId: 8, personId: 81, answer: "no-place", gate: "Side" }),
    mark(),
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
