import { describe, expect, test } from "vitest";
import { memberFilterQuery, readMemberFilter } from "./member-filter.ts";

const read = (query: string) => readMemberFilter(new URLSearchParams(query));

test("nothing narrows nothing, and is sorted by who joined last", () => {
  const nothing = read("");
  expect(nothing.sort).toBe("newest");
  expect(Object.values(nothing).filter((value) => value !== null)).toEqual(["newest"]);
  expect(memberFilterQuery(nothing)).toBe("");
});

test("equal filters have one address, whatever order and empty fields they came with", () => {
  const query = memberFilterQuery(read("sort=name&model=+ES200+&tier=gold&email=&store="));
  expect(query).toBe("tier=gold&model=ES200&sort=name");
  expect(memberFilterQuery(read(query))).toBe(query);
});

describe("what cannot be read narrows nothing", () => {
  test.each([
    "tier=platinum",
    "goldEnds=31",
    "goldEnds=1e9",
    "programme=%27;--",
    "store=-1",
    "store=99999999999",
    "joinedFrom=2026-02-30",
    "joinedTo=%00",
    "birthday=13",
    "birthday=0",
    "model=%00%00",
    "model=--",
    "sort=;drop",
    "lapsing=NaN",
    "unknown=1",
  ])("%s", (query) => {
    expect(memberFilterQuery(read(query))).toBe("");
  });
});

test("a model of five hundred characters is looked for by its first forty", () => {
  expect(read(`model=${"迈".repeat(500)}`).model).toBe("迈".repeat(40));
});
