import { expect, test } from "vitest";
import type { ListedParty, ListedPerson } from "./check-in-list.ts";
import { numbersOf } from "./run-sheet.ts";

const person = (given: Partial<ListedPerson> = {}): ListedPerson => ({
  id: 1,
  name: "Lin Jing",
  role: "adult",
  state: "coming",
  isMember: false,
  drives: false,
  bracket: null,
  allergies: "",
  photographs: true,
  ...given,
});
const party = (given: Partial<ListedParty> = {}): ListedParty => ({
  id: 1,
  token: "token",
  code: "ABC234",
  state: "registered",
  memberNumber: null,
  session: null,
  cars: 0,
  carPlate: null,
  people: [person()],
  care: null,
  ...given,
});

test("tables are laid for whoever has a place, of each bracket and session", () => {
  const name = { en: "Little", zh: "小小组" };
  const little = { role: "child", bracket: "little" } as const;
  const morning = {
    key: "morning",
    name: { en: "Morning", zh: "上午" },
    startsAt: new Date(),
    endsAt: new Date(),
  };
  const numbers = numbersOf(
    { brackets: [{ key: "little", name, ageFrom: 5, ageTo: 7 }], sessions: [morning] },
    [
      party({ session: "morning", cars: 1, people: [person(), person(little)] }),
      party({ people: [person(), person({ ...little, state: "waiting" })] }),
    ],
  );
  expect(numbers.map(({ what, count }) => [what, count])).toEqual([
    ["people", 3],
    ["adults", 2],
    ["children", 1],
    ["cars", 1],
    ["bracket", 1],
    ["session", 2],
  ]);
});
