import { expect, test } from "vitest";
import { freshMarks, type Saying } from "./fresh-marks.ts";
import type { KeptMark } from "./presence.ts";

const HERE = "phone 1";
let made = 0;

/** This device let Mia in. */
function mark(given: Partial<KeptMark> = {}): KeptMark {
  made += 1;
  const at = new Date(Date.UTC(2027, 2, 14, 5, made));
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
    device: HERE,
    answer: "recorded",
    ...given,
  };
}

const comes: Saying = { kind: "in", registrationId: 7, personId: 71 };
const leaves: Saying = { ...comes, kind: "out" };

test("what this device said of somebody last is not said again", () => {
  expect(freshMarks([comes], [], HERE)).toEqual([comes]);
  expect(freshMarks([comes], [mark()], HERE)).toEqual([]);
  expect(freshMarks([leaves], [mark()], HERE)).toEqual([leaves]);
  const left = [mark(), mark({ kind: "out" })];
  expect(freshMarks([leaves], left, HERE)).toEqual([]);
  expect(freshMarks([comes], left, HERE)).toEqual([comes]);
});

test("of a family those stay whom nobody marked", () => {
  const sister = { ...comes, personId: 72 };
  expect(freshMarks([comes, sister], [mark()], HERE)).toEqual([sister]);
});

test("what another device said is said again: it is told of both", () => {
  expect(freshMarks([comes], [mark({ device: "phone 2" })], HERE)).toEqual([comes]);
  expect(freshMarks([comes], [mark(), mark({ device: "phone 2" })], HERE)).toEqual([comes]);
});

test("a mistake is taken back once, and whoever came by mistake can come again", () => {
  const came = mark();
  const undo: Saying = { kind: "undo", undoes: came.id };
  const undone = mark({ kind: "undo", personId: null, undoes: came.id });
  expect(freshMarks([undo], [came], HERE)).toEqual([undo]);
  expect(freshMarks([undo], [came, undone], HERE)).toEqual([]);
  expect(freshMarks([comes], [came, undone], HERE)).toEqual([comes]);
});

test("two families without a name are two", () => {
  const wang: Saying = { kind: "in", seen: "Wang", people: 2 };
  const known = mark({ registrationId: null, personId: null, seen: "Wang", people: 2 });
  expect(freshMarks([wang], [known], HERE)).toEqual([wang]);
});
