import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEntry, icsOf } from "./ics.ts";

const NOW = new Date("2027-02-20T04:00:00Z");
const anEntry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "0f3c@club.example",
  sequence: 1,
  status: "CONFIRMED",
  isBusy: true,
  startsAt: new Date("2027-03-14T05:00:00Z"),
  endsAt: new Date("2027-03-14T07:00:00Z"),
  title: "Afternoon by the lake",
  about: "Tea, cars; and the lake.\nBring a hat \\ a cap.",
  place: "Lakeside showroom, 7 Lakeside Road",
  url: "https://club.example/events/by-the-lake",
  changedAt: new Date("2027-02-01T00:00:00Z"),
  ...changes,
});
const CALENDAR = { name: "Lakeside Owners", timeZone: "Asia/Shanghai" };
const written = (...entries: CalendarEntry[]) => icsOf(CALENDAR, entries, NOW);

/** Read by a library that did not write it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: each.getFirstPropertyValue("status"),
      isBusy: each.getFirstPropertyValue("transp") === "OPAQUE",
      startsAt: event.startDate.toJSDate(),
      endsAt: event.endDate.toJSDate(),
      title: event.summary,
      about: event.description,
      place: event.location,
      url: each.getFirstPropertyValue("url"),
      changedAt: (each.getFirstPropertyValue("last-modified") as ICAL.Time).toJSDate(),
    };
  });

test("what was written is read back by another library, letter by letter", () => {
  const entry = anEntry();
  expect(read(written(entry))).toEqual([entry]);
});

test("a long Chinese title is folded without cutting a letter in two", () => {
  const title = "把绿色带回家：植树欢乐节，🌳和家人一起种下一棵树；".repeat(5);
  const text = written(anEntry({ title }));
  const lengths = text.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(read(text)[0]?.title).toBe(title);
});

describe("a program that knows the event already", () => {
  test("replaces it by the same UID with a higher SEQUENCE", () => {
    const [before] = read(written(anEntry()));
    const later = anEntry({ sequence: 2, startsAt: new Date("2027-03-14T06:00:00Z") });
    const [after] = read(written(later));
    expect(after?.uid).toBe(before?.uid);
    expect(after).toMatchObject({ sequence: 2, startsAt: later.startsAt });
  });

  test("is told that it is cancelled, and gives the time back", () => {
    const text = written(anEntry({ sequence: 3, status: "CANCELLED", isBusy: false }));
    expect(read(text)[0]).toMatchObject({ status: "CANCELLED", sequence: 3, isBusy: false });
  });
});

test("nothing that somebody typed becomes a line of its own", () => {
  const sly = "Hat\r\nEND:VEVENT\rBEGIN:VEVENT\u0007";
  const [entry, ...others] = read(written(anEntry({ title: sly })));
  expect(others).toEqual([]);
  expect(entry?.title).toBe("Hat\nEND:VEVENT\nBEGIN:VEVENT ");
});

test("an empty calendar is a calendar", () => {
  expect(read(written())).toEqual([]);
});
