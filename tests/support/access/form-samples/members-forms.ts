import { type FormSample, ofOthers, sample } from "./form-sample.ts";

export const MEMBERS_FORMS: FormSample[] = [
  sample("desk", ofOthers("contact"), {
    name: "Lin Wan",
    phone: "13800000002",
    email: "lin@marque.test",
    seenId: "on",
    birthMonth: "2",
    birthDay: "29",
  }),
  sample("desk", (cast) => `/admin/members/${cast.others.number}`, { show: "phone" }),
  sample("admin", "/admin/members?index", { intent: "save", name: "Gold" }),
  sample("admin", "/admin/members?index", { intent: "rename", id: "1", name: "Gold" }),
  sample("admin", "/admin/members?index", { intent: "delete", id: "1" }),
];
