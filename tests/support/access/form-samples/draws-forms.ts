import { randomUUID } from "node:crypto";
import { type FormSample, sample } from "./form-sample.ts";

const drawForm = {
  requestKey: randomUUID(),
  titleEn: "Factory visit",
  titleZh: "工厂参观",
  method: "computed",
  of: "visits",
  from: "2026-01-01",
  through: "2026-12-31",
  perVisit: "on",
  event: "1",
  drawAt: "2027-12-27T18:30",
  claimBy: "2028-01-15",
  valueKind: "union-lotto",
  valueReference: "2027-12-26",
  pickedByEn: "A child",
  prizeEn1: "Factory visit for two",
  prizeZh1: "工厂参观双人名额",
  prizeCount1: "2",
  prizeVariant1: "",
};

export const DRAWS_FORMS: FormSample[] = [
  sample("events", "/admin/draws/new", drawForm),
  sample("events", ({ draws }) => `/admin/draws/${draws.draftId}/edit`, drawForm),
  sample("events", ({ draws }) => `/admin/draws/${draws.frozenId}`, {
    intent: "read",
    value: "a".repeat(64),
  }),
  sample("events", ({ draws }) => `/admin/draws/${draws.drawnId}`, {
    intent: "call-off",
    reasonEn: "The factory is closed.",
    reasonZh: "工厂停工。",
  }),
  sample("events", ({ draws }) => `/admin/draws/${draws.drawnId}`, {
    intent: "pick",
    entry: "7G3K-9QPA",
  }),
  sample("events", ({ draws }) => `/admin/draws/${draws.drawnId}`, {
    intent: "pass-on",
    win: "1",
    why: "declined",
  }),
  sample("desk", ({ draws }) => `/admin/draws/${draws.drawnId}`, { intent: "hand-over", win: "1" }),
  sample("desk", ({ draws }) => `/admin/draws/${draws.drawnId}`, {
    intent: "undo",
    win: "1",
    at: "2026-12-01T08:00:00.000Z",
    reason: "The wrong winner.",
  }),
  sample("events", "/admin/prize-tables", {
    intent: "open",
    requestKey: randomUUID(),
    titleEn: "Delivery",
    titleZh: "交车",
    prizeEn1: "Umbrella",
    prizeZh1: "雨伞",
    prizeWeight1: "1",
    prizeCount1: "",
    prizeVariant1: "",
  }),
  sample("events", ({ draws }) => `/admin/draws/${draws.drawnId}`, { intent: "return-rest" }),
  sample("events", "/admin/prize-tables", { intent: "close", table: "999999" }),
  sample("events", "/admin/prize-tables", { intent: "return", turn: "999999" }),
  sample("desk", "/admin/prize-tables", { intent: "hand-over", turn: "999999" }),
  sample("desk", "/admin/prize-tables", {
    intent: "undo",
    turn: "999999",
    at: "2026-12-01T08:00:00.000Z",
    reason: "The wrong turn.",
  }),
  sample("silver", "/my/draws", ({ draws }) => ({ win: String(draws.ownWinId), named: "yes" })),
];
