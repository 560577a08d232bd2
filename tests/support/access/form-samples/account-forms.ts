import { type FormSample, sample } from "./form-sample.ts";

export const ACCOUNT_FORMS: FormSample[] = [
  sample("silver", "/my/account/profile", {
    name: "Lin Wan",
    phone: "13800000001",
    birthMonth: "2",
    birthDay: "29",
  }),
  sample("silver", "/my/account/profile", { intent: "letters", letters: "en" }),
  sample("silver", "/my/account/consents", { kind: "photos", given: "yes" }),
  sample("silver", "/my/account/notifications", { kind: "tier", wanted: "on" }),
  sample("silver", "/my/account/family", {
    name: "Mia",
    birthDate: "2018-06-01",
    relation: "child",
    guardian: "on",
  }),
  sample("silver", "/my/account/family", { remove: "999999" }),
  sample("silver", "/my/account/family", {
    contact: "save",
    contactName: "Grandma Lin",
    contactPhone: "13800000000",
  }),
  sample("silver", "/my/account/closing", { intent: "keep" }),
  sample("silver", "/my/rules", { version: "1", to: "/my" }),
];
