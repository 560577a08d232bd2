import { type FormSample, sample } from "./form-sample.ts";

export const CLUB_FORMS: FormSample[] = [
  sample("admin", "/admin/texts/rules", {
    en: "Be kind.",
    zh: "友善相待。",
    asks: "on",
    seen: "1",
  }),
  sample("admin", "/admin/rules?index", { version: "1", reason: "A mistake" }),
  sample("admin", "/admin/rules/new", {
    intent: "preview",
    startsOn: "2027-01-31",
    note: "What the meeting decided",
  }),
  sample("admin", "/admin/staff/new", {
    email: "colleague@marque.test",
    name: "Colleague",
    roles: "sales",
  }),
  sample("admin", ({ staffId }) => `/admin/staff/${staffId}`, { roles: "sales", seen: "sales" }),
  sample("admin", "/admin/club?index", {
    name: "Club",
    nameZh: "车友会",
    languages: "en",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    workingDays: "1",
    closedDays: "2026-12-25",
    openDays: "2026-12-26",
    opensAt: "09:00",
    closesAt: "18:00",
    contactEmail: "club@marque.test",
    contactPhone: "400 123 456",
  }),
  sample("admin", "/admin/club/payment-methods", {
    counter: "cash",
    where: "here",
    online: "card",
    seen: "cash / dashboard",
  }),
  sample("admin", "/admin/club/stores", { intent: "add", store: "湖畔店", storeEn: "Lakeside" }),
  sample("admin", "/admin/club/stores", { id: "1", storeEn: "Lakeside", open: "on" }),
  sample("admin", "/admin/club/logo", { intent: "set", file: "not a file" }, true),
];
