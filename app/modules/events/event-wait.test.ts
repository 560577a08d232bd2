import { expect, test } from "vitest";
import { readWait } from "./event-wait.ts";

const at = (time: string) => new Date(`2027-03-14T${time}Z`);
const wait = { id: 1, decideBy: at("03:00").toISOString(), reason: { en: "Rain", zh: "下雨" } };

test.each([
  ["before its hour", "02:59", { decideBy: at("03:00"), reason: "下雨", isLate: false }],
  ["at its hour it is late", "03:00", { decideBy: at("03:00"), reason: "下雨", isLate: true }],
  ["of an event that is over nothing is said", "07:00", null],
])("%s", (_case, now, said) => {
  expect(readWait(wait, { endsAt: at("07:00") }, "zh-CN", at(now))).toEqual(said);
});
