import { expect, test } from "vitest";
import {
  type CarAsked,
  type CarDecision,
  type CarFacts,
  type CarOnFile,
  decideCar,
  pickCar,
} from "./decide-car.ts";

const me = 7;
const other = 8;

const onFile = (changes: Partial<CarOnFile> = {}): CarOnFile => ({
  carId: 1,
  vin: null,
  plate: "沪A10000",
  holderId: null,
  formerHolderId: null,
  ...changes,
});
const facts = (changes: Partial<CarFacts> = {}): CarFacts => ({
  car: null,
  plateOn: null,
  orders: { any: false, nobodys: false },
  ...changes,
});
const asked = (changes: Partial<CarAsked> = {}): CarAsked => ({
  memberId: me,
  by: "owner",
  proof: "none",
  asksDesk: false,
  ...changes,
});

const history = { any: true, nobodys: true };
const held = { ok: true, act: "hold", proved: false } as const;
const proved = { ok: true, act: "hold", proved: true } as const;
const claim = { ok: true, act: "claim" } as const;
const refused = (refusal: string) => ({ ok: false, refusal }) as CarDecision;

test.each<[string, CarFacts, CarAsked, CarDecision]>([
  ["a car that nobody knows is theirs at once", facts(), asked(), held],
  [
    "a car on file with neither orders nor holder is theirs at once",
    facts({ car: onFile() }),
    asked(),
    held,
  ],
  [
    "orders of a car not on file ask for a proof",
    facts({ orders: history }),
    asked(),
    refused("needs-proof"),
  ],
  [
    "a number that fits makes it theirs",
    facts({ orders: history }),
    asked({ proof: "fits" }),
    proved,
  ],
  [
    "a number that does not fit is refused",
    facts({ orders: history }),
    asked({ proof: "does-not-fit" }),
    refused("proof-does-not-fit"),
  ],
  [
    "without an invoice the desk looks",
    facts({ orders: history }),
    asked({ asksDesk: true }),
    claim,
  ],
  [
    "a former holder's orders ask for a proof as well",
    facts({ car: onFile({ formerHolderId: other }), orders: { any: true, nobodys: false } }),
    asked(),
    refused("needs-proof"),
  ],
  [
    "a car that somebody holds is for the desk",
    facts({ car: onFile({ holderId: other }) }),
    asked(),
    claim,
  ],
  [
    "a number that fits does not take it from whoever holds it",
    facts({ car: onFile({ holderId: other }), orders: history }),
    asked({ proof: "fits" }),
    claim,
  ],
  [
    "nor does the desk by itself: that is a claim to decide",
    facts({ car: onFile({ holderId: other }) }),
    asked({ by: "desk" }),
    claim,
  ],
  [
    "one's own car is one's own already",
    facts({ car: onFile({ holderId: me }) }),
    asked(),
    refused("yours-already"),
  ],
  [
    "one's former car is one's own again",
    facts({ car: onFile({ formerHolderId: me }), orders: { any: true, nobodys: false } }),
    asked(),
    held,
  ],
  [
    "but not without a proof when it was in since, with nobody knows whom",
    facts({ car: onFile({ formerHolderId: me }), orders: history }),
    asked(),
    refused("needs-proof"),
  ],
  ["the desk has seen the papers", facts({ orders: history }), asked({ by: "desk" }), proved],
  [
    "a plate on another's car and a VIN of its own are two cars",
    facts({ plateOn: onFile({ holderId: other }) }),
    asked(),
    refused("names-two-cars"),
  ],
  [
    "and remain so for the desk",
    facts({ plateOn: onFile({ holderId: other }) }),
    asked({ by: "desk" }),
    refused("names-two-cars"),
  ],
  [
    "a plate taken along from one's own old car is one's own",
    facts({ plateOn: onFile({ holderId: me }) }),
    asked(),
    held,
  ],
  ["a plate on a car that nobody holds has moved", facts({ plateOn: onFile() }), asked(), held],
])("%s", (_case, known, asking, decision) => {
  expect(decideCar(asking, known)).toEqual(decision);
});

const vin = "1M8GDM9AXKP042788";
const otherVin = "11111111111111111";
const plate = "沪A10000";

test.each<
  [string, { vin: string | null; plate: string | null }, CarOnFile[], number | null, number | null]
>([
  ["nothing on file is no car", { vin, plate }, [], null, null],
  ["the VIN is the car", { vin, plate: null }, [onFile({ carId: 3, vin, plate: null })], 3, null],
  ["VIN and plate of one car are one car", { vin, plate }, [onFile({ carId: 3, vin })], 3, null],
  [
    "a plate alone is the car that carries it",
    { vin: null, plate },
    [onFile({ carId: 4, vin })],
    4,
    null,
  ],
  [
    "a car without a VIN on file is the one by its plate",
    { vin, plate },
    [onFile({ carId: 5 })],
    5,
    null,
  ],
  [
    "a car with another VIN only carries the plate",
    { vin, plate },
    [onFile({ carId: 6, vin: otherVin })],
    null,
    6,
  ],
  [
    "a VIN on one car and a plate on another are told apart",
    { vin, plate },
    [onFile({ carId: 6, vin: otherVin }), onFile({ carId: 3, vin, plate: "粤B12345" })],
    3,
    6,
  ],
  [
    "of several with the plate the one that is held",
    { vin: null, plate },
    [onFile({ carId: 9 }), onFile({ carId: 2, holderId: other })],
    2,
    null,
  ],
  [
    "and before all one's own",
    { vin: null, plate },
    [onFile({ carId: 2, holderId: other }), onFile({ carId: 3, holderId: me })],
    3,
    null,
  ],
  [
    "another holder's car is seen behind one's own old one",
    { vin, plate },
    [
      onFile({ carId: 1, vin: otherVin, holderId: me }),
      onFile({ carId: 2, vin: "LSVNV2189E2100100", holderId: other }),
    ],
    null,
    2,
  ],
])("%s", (_case, names, cars, car, plateOn) => {
  const picked = pickCar(names, cars, me);
  expect([picked.car?.carId ?? null, picked.plateOn?.carId ?? null]).toEqual([car, plateOn]);
});

test("a car that is replaced is not meant itself, although its plate goes along", () => {
  const old = onFile({ carId: 1, formerHolderId: me });
  expect(pickCar({ vin, plate }, [old], me, 1)).toEqual({ car: null, plateOn: old });
});
