import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayEnter } from "./may-enter.ts";

type Contest = Parameters<typeof mayEnter>[0];
type Person = Parameters<typeof mayEnter>[1];
type Asked = Parameters<typeof mayEnter>[2];

const CONTEST: Contest = {
  openTo: "children",
  brackets: ["little", "junior"],
  consents: ["taking_part", "artwork"],
};
const CHILD: Person = {
  role: "child",
  bracket: "little",
  consents: ["taking_part"],
  isComing: true,
};
const HOME: Asked = { source: "home", bracket: null };
const SPOT: Asked = { source: "spot", bracket: null };

describe("who may enter", () => {
  test.each<[string, Partial<Contest>, Partial<Person>, Asked, string]>([
    ["a child of the registry's age group", {}, {}, HOME, "little"],
    [
      "a child of no age group, where all are ranked together",
      { brackets: [] },
      { bracket: null },
      HOME,
      "-",
    ],
    [
      "a child put in a group by hand on the spot",
      {},
      { bracket: null },
      { ...SPOT, bracket: "junior" },
      "junior",
    ],
    ["a child that is there without a place", {}, { isComing: false }, SPOT, "little"],
    [
      "a child where the event asks for no consent",
      { consents: [] },
      { consents: [] },
      HOME,
      "little",
    ],
    ["a child whose picture is not to be shown", {}, { consents: ["taking_part"] }, HOME, "little"],
    [
      ...(["a grown-up put in a group, of whom nobody agrees", { openTo: "everybody" }] as const),
      ...([
        { role: "adult", bracket: null, consents: [] },
        { ...SPOT, bracket: "junior" },
        "junior",
      ] as const),
    ],
  ])("%s", (_who, contest, person, asked, bracket) => {
    expect(mayEnter({ ...CONTEST, ...contest }, { ...CHILD, ...person }, asked)).toEqual({
      ok: true,
      bracket: bracket === "-" ? null : bracket,
    });
  });

  test.each<[string, Partial<Contest>, Partial<Person>, Asked, string]>([
    ["a grown-up in a contest for children", {}, { role: "adult" }, SPOT, "not-a-child"],
    ["a child without a place, from home", {}, { isComing: false }, HOME, "not-coming"],
    [
      "a child whose guardian has not agreed",
      {},
      { consents: ["artwork"] },
      SPOT,
      "consent-missing",
    ],
    ["a child of another age group", {}, { bracket: "senior" }, HOME, "no-bracket"],
    ["a child of no age group", {}, { bracket: null }, SPOT, "no-bracket"],
    [
      "a child whose group is chosen at home",
      {},
      { bracket: null },
      { ...HOME, bracket: "little" },
      "no-bracket",
    ],
    [
      "a child put in a group that does not take part",
      {},
      {},
      { ...SPOT, bracket: "senior" },
      "no-bracket",
    ],
    [
      "a grown-up in no group",
      { openTo: "everybody" },
      { role: "adult", bracket: null },
      SPOT,
      "no-bracket",
    ],
  ])("not %s", (_who, contest, person, asked, refusal) => {
    expect(mayEnter({ ...CONTEST, ...contest }, { ...CHILD, ...person }, asked)).toEqual({
      ok: false,
      refusal,
    });
  });
});

test("whoever may is in a group that takes part, and no child without its guardian's word", () => {
  const bracket = fc.option(fc.constantFrom("little", "junior", "senior", ""));
  fc.assert(
    fc.property(
      fc.record({
        openTo: fc.constantFrom("children" as const, "everybody" as const),
        brackets: fc.subarray(["little", "junior"]),
        consents: fc.subarray(["taking_part", "photographs", "artwork"] as const),
      }),
      fc.record({
        role: fc.constantFrom("adult" as const, "child" as const),
        bracket,
        consents: fc.subarray(["taking_part", "photographs", "artwork"]),
        isComing: fc.boolean(),
      }),
      fc.record({ source: fc.constantFrom("spot" as const, "home" as const), bracket }),
      (contest, person, asked) => {
        const may = mayEnter({ ...contest, consents: [...contest.consents] }, person, asked);
        if (!may.ok) return;
        expect(may.bracket === null).toBe(contest.brackets.length === 0);
        if (may.bracket !== null) expect(contest.brackets).toContain(may.bracket);
        if (contest.openTo === "children") expect(person.role).toBe("child");
        if (asked.source === "home") expect(person.isComing).toBe(true);
        if (person.role === "child" && contest.consents.includes("taking_part")) {
          expect(person.consents).toContain("taking_part");
        }
      },
    ),
  );
});
