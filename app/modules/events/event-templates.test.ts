import { expect, test } from "vitest";
import { TYPED_HOW, UNITS } from "../../../tests/support/events.ts";
import { templateOf } from "./event-templates.ts";
import { eventKinds } from "./plan.ts";
import { readTypedEvent } from "./read-typed-event.ts";

const SAID = {
  titleEn: "Together",
  titleZh: "一起来",
  summaryEn: "An afternoon.",
  summaryZh: "一个下午。",
  startsAt: "2027-03-14T13:00",
  endsAt: "2027-03-14T17:00",
  placeEn: "Showroom",
  placeZh: "展厅",
  organiserEn: "The club",
  organiserZh: "车友会",
  contactPhone: "021-5550 1234",
  money: "380",
};
const how = {
  ...{ ...TYPED_HOW, units: UNITS, currency: "CNY" },
  ...{ now: new Date("2027-01-15T02:00:00Z"), before: null },
};

test.each(eventKinds)(
  "a %s begun from its template lacks only what nobody can know before",
  (kind) => {
    const template = templateOf(kind);
    const typed = {
      ...template,
      ...SAID,
      sessions: template.sessions.map((session, index) => ({
        ...session,
        startsAt: `2027-03-14T1${3 + index * 2}:00`,
        endsAt: `2027-03-14T1${5 + index * 2}:00`,
      })),
    };
    const read = readTypedEvent(typed, how);
    expect(read.ok ? {} : read.issues).toEqual({});
  },
);
