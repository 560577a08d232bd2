import { expect, test } from "vitest";
import { funnelOf, NONE_REACHED, onTheirWay } from "./funnel.ts";

test("each stage is a share of the one before it, and of all", () => {
  const steps = funnelOf({
    submitted: 10,
    accepted: 8,
    contacted: 8,
    visited: 5,
    "test-drive": 4,
    ordered: 2,
    delivered: 1,
  });
  expect(steps.map(({ leads }) => leads)).toEqual([10, 8, 8, 5, 4, 2, 1]);
  expect(steps[0]).toMatchObject({ ofBefore: null, ofAll: { part: 10, whole: 10 } });
  expect(steps[3]).toMatchObject({
    stage: "visited",
    ofBefore: { part: 5, whole: 8 },
    ofAll: { part: 5, whole: 10 },
  });
});

test("of no leads there are seven stages with none", () => {
  const steps = funnelOf(NONE_REACHED);
  expect(steps).toHaveLength(7);
  expect(steps.at(-1)).toMatchObject({ leads: 0, ofBefore: { part: 0, whole: 0 } });
});

test("what is neither delivered nor ended is on its way", () => {
  const reached = { ...NONE_REACHED, submitted: 9, accepted: 6, delivered: 2 };
  const ended = [
    { ending: "lost", reason: "other", leads: 3 },
    { ending: "withdrawn", reason: null, leads: 1 },
  ] as const;
  expect(onTheirWay(reached, ended)).toBe(3);
  expect(onTheirWay(NONE_REACHED, [])).toBe(0);
});
