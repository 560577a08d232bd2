import type { RegistrationStepProps } from "../../../emails/registrations.tsx";
import { at, type LetterSamples, name } from "./letter-sample.ts";

const aRegistration: RegistrationStepProps = {
  name,
  registrationId: 7,
  step: "registered",
  titleEn: "Tree planting day",
  titleZh: "植树欢乐节",
  placeEn: "Lakeside showroom",
  placeZh: "湖畔展厅",
  startsAt: "2027-03-14T05:00:00Z",
  code: "7G3K9Q",
  coming: 3,
  waiting: 0,
  points: 0,
  isDeposit: false,
  moneyMinor: 0,
  currency: null,
  payBy: null,
  lineEndsAt: "2027-03-14T02:00:00Z",
  offeredPeople: null,
  offerEndsAt: null,
  back: null,
  moved: null,
  reason: null,
};

export const REGISTRATIONS_LETTERS: LetterSamples<"registration-step"> = {
  "registration-step": [
    { ...aRegistration, waiting: 1, points: 200, isDeposit: true },
    { ...aRegistration, moneyMinor: 38_000, currency: "CNY", payBy: at },
    { ...aRegistration, step: "waiting", coming: 0, waiting: 3 },
    { ...aRegistration, step: "offered", coming: 0, waiting: 3, offeredPeople: 2, offerEndsAt: at },
    { ...aRegistration, step: "offer-ended", coming: 0 },
    { ...aRegistration, step: "line-closed", coming: 0 },
    { ...aRegistration, step: "changed", points: 800 },
    { ...aRegistration, step: "cancelled", coming: 0, back: "returned" },
    { ...aRegistration, step: "cancelled", coming: 0, back: "kept" },
    { ...aRegistration, step: "changed", moneyMinor: 38_000, currency: "CNY", backMinor: 19_000 },
    {
      ...aRegistration,
      step: "changed",
      moneyMinor: 38_000,
      owedMinor: 19_000,
      currency: "CNY",
      payBy: at,
    },
    { ...aRegistration, step: "unpaid", coming: 0 },
    { ...aRegistration, step: "unpaid-some", moneyMinor: 38_000, currency: "CNY" },
    { ...aRegistration, step: "moved", moved: ["time", "place", "price"] },
    { ...aRegistration, step: "event-cancelled", back: "finance", reason: "A storm is coming" },
  ],
};
