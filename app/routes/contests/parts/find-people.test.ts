import { expect, test } from "vitest";
import { findPeople, isMeant } from "./find-people.ts";

const people = [
  { name: "Lin Mia", code: "K7Q2MP", token: "tok-1" },
  { name: "Lin Tao", code: "K7Q2MP", token: "tok-1" },
  { name: "欧阳小明", code: "ABCDEF", token: "tok-2" },
];

test.each([
  ["part of a name", "mia", ["Lin Mia"]],
  ["part of a Chinese name", "小明", ["欧阳小明"]],
  ["a party's code, however it is written", "k7q-2mp", ["Lin Mia", "Lin Tao"]],
  ["what its QR says", "https://club.test/p/tok-2", ["欧阳小明"]],
  ["nothing", "  ", []],
  ["nobody", "zzz", []],
])("%s", (_what, typed, names) => {
  expect(findPeople(people, typed).map(({ name }) => name)).toEqual(names);
});

test.each([
  ["all of them", " ", [1, 12, 21]],
  ["a number, and no other that has its digits", "1", [1]],
  ["a number in wide digits", "１２", [12]],
  ["part of a name", "mi", [1]],
  ["part of a Chinese name", "欧阳", [21]],
  ["nobody", "zzz", []],
])("an entry by %s", (_what, typed, numbers) => {
  const entries = [
    { number: 1, name: "Lin Mia" },
    { number: 12, name: null },
    { number: 21, name: "欧阳小明" },
  ];
  const found = entries.filter((entry) => isMeant(entry, typed));
  expect(found.map(({ number }) => number)).toEqual(numbers);
});
