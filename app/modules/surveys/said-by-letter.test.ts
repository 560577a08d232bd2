import { expect, test } from "vitest";
import { saidByLetter } from "./said-by-letter.ts";

const NOTHING = { best: [], recommends: null, words: "", ownWords: "", named: false };

test("what is left empty is not said, and a nought is", () => {
  expect(saidByLetter(NOTHING)).toEqual({});
  expect(saidByLetter({ score: 2 })).toEqual({ score: 2 });
  expect(saidByLetter({ ...NOTHING, recommends: 0, best: ["team"] })).toEqual({
    ...{ recommends: 0, best: ["team"] },
  });
});

test("a name goes with words that are written there, and not with those of before", () => {
  expect(saidByLetter({ ...NOTHING, named: true })).toEqual({});
  for (const named of [true, false]) {
    expect(saidByLetter({ ...NOTHING, words: "Lovely", named })).toEqual({
      words: "Lovely",
      named,
    });
    expect(saidByLetter({ ...NOTHING, ownWords: "Bus", named })).toEqual({
      ownWords: "Bus",
      named,
    });
  }
});
