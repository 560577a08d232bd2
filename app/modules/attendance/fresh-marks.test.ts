import { expect, test } from "vitest";
import { aMark } from "../../../tests/support/marks.ts";
import { freshMarks, type Saying } from "./fresh-marks.ts";

const HERE = "phone 1";

const comes: Saying = { kind: "in", registrationId: 7, personId: 71 };
const leaves: Saying = { ...comes, kind: "out" };

test("what this device said of somebody last is not said again", () => {
  expect(freshMarks([comes], [], HERE)).toEqual([comes]);
  expect(freshMarks([comes], [aMark()], HERE)).toEqual([]);
  expect(freshMarks([leaves], [aMark()], HERE)).toEqual([leaves]);
  const left = [aMark(), aMark({ kind: "out" })];
  expect(freshMarks([leaves], left, HERE)).toEqual([]);
  expect(freshMarks([comes], left, HERE)).toEqual([comes]);
});

test("of a family those stay whom nobody marked", () => {
  const sister = { ...comes, personId: 72 };
  expect(freshMarks([comes, sister], [aMark()], HERE)).toEqual([sister]);
});

test("what another device said is said again: it is told of both", () => {
  expect(freshMarks([comes], [aMark({ device: "phone 2" })], HERE)).toEqual([comes]);
  expect(freshMarks([comes], [aMark(), aMark({ device: "phone 2" })], HERE)).toEqual([comes]);
});

test("a mistake is taken back once, and whoever came by mistake can come again", () => {
  const came = aMark();
  const undo: Saying = { kind: "undo", undoes: came.id };
  const undone = aMark({ kind: "undo", personId: null, undoes: came.id });
  expect(freshMarks([undo], [came], HERE)).toEqual([undo]);
  expect(freshMarks([undo], [came, undone], HERE)).toEqual([]);
  expect(freshMarks([comes], [came, undone], HERE)).toEqual([comes]);
});

test("two families without a name are two", () => {
  const wang: Saying = { kind: "in", seen: "Wang", people: 2 };
  const known = aMark({ registrationId: null, personId: null, seen: "Wang", people: 2 });
  expect(freshMarks([wang], [known], HERE)).toEqual([wang]);
});
