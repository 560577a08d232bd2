import { randomUUID } from "node:crypto";
import type { Cast } from "../personas.ts";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

const redemptionOfOthers = (cast: Cast) => `/admin/redemptions/${cast.others.redemptionId}`;

export const REDEMPTIONS_FORMS: FormSample[] = [
  sample("silver", ({ own }) => `/my/redemptions/${own.redemptionId}`, {
    intent: "name-collector",
    collector: "Lin Jing",
  }),
  sample("desk", ofOthers("gift"), {
    requestKey: randomUUID(),
    choice: "1-50-0",
    quantity: "1",
    store: "1",
    recipient: "Lin Wan",
    phone: "13800000001",
    lines: "7 Lakeside Road",
  }),
  sample("desk", ofOthers("redemptions"), { chosen: "1", collector: "owner" }),
  sample("desk", "/admin/redemptions?index", { chosen: "1" }),
  sample("desk", redemptionOfOthers, { intent: "hand-over", member: "1", collector: "owner" }),
  sample("desk", redemptionOfOthers, {
    intent: "ship",
    carrier: "SF Express",
    trackingNumber: "SF1234567890",
  }),
  sample("desk", redemptionOfOthers, {
    intent: "exchange",
    requestKey: randomUUID(),
    pieces: "1",
    reason: "Broken",
    toShelf: "on",
  }),
  sample("desk", redemptionOfOthers, { intent: "return", reason: "Came back", toShelf: "on" }),
  sample("desk", redemptionOfOthers, { intent: "extend", reason: "On holiday" }),
  sample("desk", "/admin/vouchers", {
    intent: "use",
    code: "MQV-0000-0000-0000",
    store: "1",
    requestKey: randomUUID(),
  }),
  sample("desk", "/admin/vouchers", {
    intent: "undo",
    code: "MQV-0000-0000-0000",
    use: "1",
    reason: "The wrong car",
  }),
];
