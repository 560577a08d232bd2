import { type FormSample, sample } from "./form-sample.ts";

export const IMPORTS_FORMS: FormSample[] = [
  sample("admin", "/admin/order-questions", { about: "payment", word: "vip", meaning: "owner" }),
  sample("admin", "/admin/order-questions", { about: "work", word: "vip", meaning: "repair" }),
  sample("admin", "/admin/order-questions", { about: "row", row: "999999", answer: "another" }),
  sample("admin", "/admin/order-questions", {
    about: "store",
    store: "999999",
    answer: "merged",
    into: "999998",
  }),
  sample("desk", ({ importId }) => `/admin/imports/${importId}`, { encoding: "big5" }),
  sample("admin", ({ importId }) => `/admin/imports/${importId}/reverse`, {
    reason: "The wrong file",
  }),
];
