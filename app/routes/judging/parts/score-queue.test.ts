import { expect, test } from "vitest";
import { readScores } from "#app/modules/judging/forms.ts";
import type { GivenScore } from "#app/modules/judging/score.ts";
import { FORM_BYTES } from "#app/platform/http/form-fields.server.ts";
import { firstOf } from "./score-queue.ts";

const given = (count: number, what: { criterion: string; value: number } | { comment: string }) =>
  Array.from(
    { length: count },
    (_, at): GivenScore => ({
      ...{ key: crypto.randomUUID(), entryId: at + 1, sequence: 1_796_000_000_000 + at },
      ...what,
    }),
  );

/** Sends a queue as a page does, until nothing is left. */
function sent(queue: GivenScore[]): GivenScore[][] {
  const requests: GivenScore[][] = [];
  for (let left = queue; left.length > 0; ) {
    const first = firstOf(left);
    const body = new URLSearchParams({ scores: JSON.stringify(first) }).toString();
    expect(body.length).toBeLessThan(FORM_BYTES);
    expect(readScores(new URLSearchParams(body).get("scores"))).toEqual(first);
    requests.push(first);
    left = left.slice(first.length);
  }
  return requests;
}

test.each([
  ["scores alone", { criterion: "c1", value: 10 }, 3],
  ["long comments in Chinese", { comment: "画".repeat(1_000) }, 25],
  ["long comments of signs that a form writes as three", { comment: "!".repeat(1_000) }, 20],
  ["comments of one word", { comment: "Nice" }, 3],
])("a queue of %s is sent in requests that are read", (_what, what, most) => {
  const queue = given(125, what);
  const requests = sent(queue);
  expect(requests.flat()).toEqual(queue);
  expect(requests.length).toBeLessThanOrEqual(most);
});
