import { describe, expect, test } from "vitest";
import { pointsPerService, reachOf } from "./reach.ts";

const saver = { available: 500, debt: 0, perService: 120 };

describe("by one's own points a gift is", () => {
  test.each([
    ["within reach with the last point it costs", 500, {}, "within", 0, 0],
    ["one service away where a point is missing", 501, {}, "almost", 1, 1],
    ["as many services away as fill the gap exactly", 860, {}, "almost", 360, 3],
    ["later where it takes a service more than a few", 861, {}, "later", 361, 4],
    ["further away by what is owed first", 860, { available: 0, debt: 10 }, "later", 870, 8],
    ["never within reach of nothing", 1, { available: 0 }, "almost", 1, 1],
    ["within reach of everybody where it costs only money", 0, { available: 0 }, "within", 0, 0],
  ])("%s", (_case, points, has, reach, missing, services) => {
    expect(reachOf(points, { ...saver, ...has }, 3)).toEqual({ reach, missing, services });
  });
});

test.each([
  ["silver's point is a base point", 120, 100, 120],
  ["gold's is two", 120, 200, 240],
  ["a part of a point is none", 120.7, 100, 120],
  ["a service always brings something, or nobody could ever say how many", 0.4, 100, 1],
])("%s", (_case, base, percent, points) => {
  expect(pointsPerService(base, percent)).toBe(points);
});
