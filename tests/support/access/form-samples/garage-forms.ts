import type { Cast } from "../personas.ts";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

const ownCar = (page: string) => (cast: Cast) => `/my/garage/${cast.own.carId}/${page}`;

export const GARAGE_FORMS: FormSample[] = [
  sample("silver", "/my/garage/add", {
    plate: "沪A12345",
    vin: "",
    model: "ES200",
    orderNumber: "RO-3",
    step: "prove",
  }),
  sample("silver", "/my/garage?index", { withdraw: "999999" }),
  sample("silver", ownCar("odometer"), { km: "1000", day: "2026-01-31", sure: "on" }),
  sample("silver", ownCar("odometer"), { void: "1", reason: "A digit too many" }),
  sample("silver", ownCar("drivers"), { whom: "M00010009" }),
  sample("silver", ownCar("drivers"), { end: "999999" }),
  sample("silver", ownCar("replace"), { plate: "沪A54321", vin: "", model: "ES200" }),
  sample("silver", (cast) => `/my/garage/shared/${cast.own.coDriverId}`, { answer: "accept" }),
  sample("desk", ofOthers("cars"), {
    papers: "on",
    plate: "沪A11111",
    vin: "",
    model: "ES200",
  }),
  sample("desk", ofOthers("cars"), { car: "999999", day: "2026-01-31", cause: "sold" }),
  sample("desk", (cast) => `/admin/cars/${cast.others.carClaimId}`, { since: "2026-01-31" }),
  sample("desk", (cast) => `/admin/cars/${cast.own.carClaimId}`, {
    decision: "refuse",
    reason: "The papers are another's",
  }),
];
