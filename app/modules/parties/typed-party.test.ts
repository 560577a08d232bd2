import { describe, expect, test } from "vitest";
import { aContestPlan, aPlan } from "../../../tests/support/events.ts";
import {
  childrenToKeep,
  partyRows,
  problemsByField,
  readTypedParty,
  type TypedFields,
} from "./typed-party.ts";

const DAY = "2027-03-14";
const family = [
  { id: 7, name: "Ada", birthDate: "2019-03-14" },
  { id: 8, name: "Wei", birthDate: "2009-03-14" },
];
const rows = partyRows(aContestPlan(), { name: "Lin Jing" }, family, DAY);
const read = (fields: TypedFields) => readTypedParty(fields, aContestPlan(), rows);

describe("the rows of a party's form", () => {
  test("are the member, the family by its age on the day, and some for others", () => {
    expect(rows.map(({ id, role }) => `${id} ${role}`)).toEqual([
      "me adult",
      "f7 child",
      "f8 adult",
      "c1 child",
      "c2 child",
      "c3 child",
      "c4 child",
      "a1 adult",
    ]);
  });

  test("have no children where only adults come", () => {
    const adults = aPlan({ party: { ...aPlan().party, adultsOnly: true } });
    const roles = partyRows(adults, null, family, DAY).map(({ role }) => role);
    expect(new Set(roles)).toEqual(new Set(["adult"]));
  });
});

test("whoever is ticked comes, and whoever has been typed", () => {
  const { party, rows: coming } = read({
    "me.comes": ["1"],
    "f7.consents": ["taking_part"],
    "c2.name": [" Bo "],
    "c2.birthDate": ["2020-01-05"],
    "c2.consents": ["photographs", "taking_part", "everything"],
    "c2.answer.shirt": ["s"],
    "a1.phone": ["13800138000"],
    "answer.bus": ["yes"],
    "agreed.waiver": ["2"],
  });
  expect(coming.map(({ id }) => id)).toEqual(["me", "c2"]);
  expect(party).toMatchObject({
    session: null,
    answers: { bus: "yes" },
    agreed: { waiver: 2 },
    people: [
      { name: "Lin Jing", isMember: true, role: "adult" },
      {
        name: "Bo",
        birthDate: "2020-01-05",
        consents: ["taking_part", "photographs"],
        answers: { shirt: "s" },
      },
    ],
  });
});

test("what no database keeps is no part of what was typed", () => {
  const { party } = read({
    "c1.name": ["B\u0000o\u0007"],
    "c1.answer.shirt": ["s\ud83d"],
    "c1.allergies": ["Nu\u0000ts"],
    "care.emergencyName": ["\u0000Wei"],
    phone: ["138\u0000"],
    carPlate: ["A\u0000"],
    "answer.bus": ["y\u0000es"],
  });
  expect(party).toMatchObject({
    phone: "138",
    carPlate: "A",
    care: { emergencyName: "Wei" },
    answers: { bus: "yes" },
    people: [{ name: "Bo", answers: { shirt: "s" }, allergies: "Nuts" }],
  });
});

test("what is wrong is said at the field it is about", () => {
  const { rows: coming } = read({ "f7.comes": ["1"], "c1.name": ["Bo"] });
  const wrong = problemsByField(
    [
      { path: ["people", 1, "birthDate"], problem: "birth-date-needed" },
      { path: ["people", 0, "answers", "shirt"], problem: "answer-needed" },
      { path: ["people"], problem: "too-few-adults", least: 1 },
      { path: ["care", "emergencyName"], problem: "emergency-needed" },
      { path: ["answers", "bus"], problem: "answer-needed" },
    ],
    coming,
  );
  expect(Object.keys(wrong)).toEqual([
    "c1.birthDate",
    "f7.answer.shirt",
    "people",
    "care.emergencyName",
    "answer.bus",
  ]);
});

test("only children who are new, and whom their guardian wants remembered, are", () => {
  const fields = {
    "f7.comes": ["1"],
    "f7.keep": ["1"],
    "c1.name": ["Bo"],
    "c1.birthDate": ["2020-01-05"],
    "c1.keep": ["1"],
    "c2.name": ["Cy"],
    "c2.birthDate": ["2020-01-05"],
  };
  const { party, rows: coming } = read(fields);
  expect(childrenToKeep(fields, party, coming)).toEqual([{ name: "Bo", birthDate: "2020-01-05" }]);
});
