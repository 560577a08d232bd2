import { expect, test } from "vitest";
import { aPlan } from "../../../tests/support/events.ts";
import { formOfParty, type KeptPerson } from "./party-fields.ts";
import { partyRows, readTypedParty } from "./typed-party.ts";

const aPerson = (changes: Partial<KeptPerson>): KeptPerson => ({
  id: 1,
  role: "adult",
  name: "Lin Jing",
  birthDate: null,
  phone: null,
  familyMemberId: null,
  isMember: false,
  drives: false,
  inFewer: false,
  allergies: "",
  answers: [],
  consents: [],
  ...changes,
});

test("a party's form, sent as it is, is the party: the same people with all that was said of them", () => {
  const people = [
    aPerson({ id: 11, isMember: true, drives: true }),
    aPerson({
      id: 12,
      role: "child",
      name: "Ada",
      birthDate: "2019-03-14",
      familyMemberId: 7,
      consents: ["taking_part"],
      allergies: "Nuts",
      answers: [{ question: "shirt", answer: "s" }],
    }),
    aPerson({ id: 13, name: "Grandmother", phone: "13800138000", inFewer: true }),
  ];
  const family = [
    { id: 7, name: "Ada", birthDate: "2019-03-14" },
    { id: 8, name: "Bo", birthDate: "2020-03-14" },
  ];
  const offered = partyRows(aPlan(), { name: "Lin Jing" }, family, "2027-03-14");
  const { rows, fields, personOf } = formOfParty(
    {
      session: null,
      cars: 2,
      carPlate: "沪A12345",
      answers: [{ question: "bus", answer: "yes" }],
      agreed: [{ key: "waiver", version: 3 }],
      care: { emergencyName: "Wei", emergencyPhone: "138", collectors: "Grandmother" },
      people,
    },
    offered,
  );
  const read = readTypedParty(fields, aPlan(), rows);
  expect(read.rows.map(({ id }) => personOf[id])).toEqual([11, 12, 13]);
  expect(read.party).toMatchObject({
    cars: 2,
    carPlate: "沪A12345",
    answers: { bus: "yes" },
    agreed: { waiver: 3 },
    care: { collectors: "Grandmother" },
    people: [
      { isMember: true, drives: true },
      {
        familyMemberId: 7,
        birthDate: "2019-03-14",
        consents: ["taking_part"],
        allergies: "Nuts",
        answers: { shirt: "s" },
      },
      { name: "Grandmother", phone: "13800138000", inFewer: true },
    ],
  });
  expect(rows.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["me", "f7", "p13", "f8", "c1", "a1"]),
  );
});
