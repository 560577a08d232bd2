import { expect, test } from "vitest";
import { type NextBestAction, nextBestAction, type OwnersMoment } from "./next-best-action.ts";

/** An owner for whom all is well. */
const aMoment = (changes: Partial<OwnersMoment> = {}): OwnersMoment => ({
  today: "2026-11-21",
  lapsing: null,
  services: [],
  errands: [],
  heldPlaces: null,
  openEvent: null,
  goalInReach: null,
  hasCar: true,
  hasVisited: true,
  hasPassword: true,
  ...changes,
});

const goalInReach = { giftId: 1, titleEn: "Key ring", titleZh: "钥匙扣", points: 180 };
const anErrand = {
  redemptionId: 7,
  thing: "collect-gift" as const,
  titleEn: "Key ring",
  titleZh: "钥匙扣",
  store: { en: "Lakeside", zh: "湖畔店" },
  until: Date.parse("2026-12-01T16:00:00Z"),
  money: null,
};
const lapsingBy = (through: string) => ({ lapsing: { points: 800, through } });
const dueOn = (day: string) => ({ services: [{ car: "鄂A12345", dueOn: day }] });

const heldPlaces = { registrationId: 3, titleEn: "Picnic", titleZh: "野餐", until: 0 };
const openEvent = { slug: "picnic", titleEn: "Picnic", titleZh: "野餐", startsAt: new Date(0) };

test.each<[string, OwnersMoment, NextBestAction["thing"] | null]>([
  [
    "places that are held for a day come before all that lasts longer",
    aMoment({ heldPlaces, errands: [anErrand] }),
    "answer-offer",
  ],
  [
    "a gift that was saved for comes before an event",
    aMoment({ openEvent, goalInReach }),
    "take-gift",
  ],
  [
    "an event comes before a car that could be added",
    aMoment({ openEvent, hasCar: false }),
    "come-along",
  ],
  ["nothing is said when nothing is to be done", aMoment(), null],
  [
    "what was taken and waits at a store comes before points that lapse",
    aMoment({ errands: [anErrand], ...lapsingBy("2026-11-22") }),
    "collect-gift",
  ],
  [
    "of several errands the most pressing",
    aMoment({ errands: [{ ...anErrand, thing: "pay-gift" }, anErrand] }),
    "pay-gift",
  ],
  [
    "points that lapse in 30 days come first",
    aMoment({ ...lapsingBy("2026-12-21"), ...dueOn("2026-11-01") }),
    "use-points",
  ],
  [
    "a service comes before points with 31 days to go",
    aMoment({ ...lapsingBy("2026-12-22"), ...dueOn("2026-11-30") }),
    "book-service",
  ],
  ["points with 60 days to go are mentioned", aMoment(lapsingBy("2027-01-20")), "use-points"],
  ["points with 61 days to go are not", aMoment(lapsingBy("2027-01-21")), null],
  ["a service due in 30 days is mentioned", aMoment(dueOn("2026-12-21")), "book-service"],
  ["a service due in 31 days is not", aMoment(dueOn("2026-12-22")), null],
  [
    "a gift that was saved for and is within reach is mentioned",
    aMoment({ goalInReach }),
    "take-gift",
  ],
  [
    "points that lapse come before it",
    aMoment({ goalInReach, ...lapsingBy("2027-01-20") }),
    "use-points",
  ],
  ["it comes before a car", aMoment({ goalInReach, hasCar: false }), "take-gift"],
  [
    "a car comes before its first visit",
    aMoment({ hasCar: false, hasVisited: false, hasPassword: false }),
    "add-car",
  ],
  [
    "who never came is invited before being asked for a password",
    aMoment({ hasVisited: false, hasPassword: false }),
    "first-visit",
  ],
  ["who has no password yet is offered one", aMoment({ hasPassword: false }), "set-password"],
])("%s", (_case, moment, thing) => {
  expect(nextBestAction(moment)?.thing ?? null).toBe(thing);
});

test("of two cars the one due first is named", () => {
  const services = [
    { car: "later", dueOn: "2026-12-10" },
    { car: "sooner", dueOn: "2026-12-01" },
  ];
  expect(nextBestAction(aMoment({ services }))).toMatchObject({ car: "sooner", overdue: false });
});

test("a service is overdue from the day after, not on the day", () => {
  expect(nextBestAction(aMoment(dueOn("2026-11-21")))).toMatchObject({ overdue: false });
  expect(nextBestAction(aMoment(dueOn("2026-11-20")))).toMatchObject({ overdue: true });
});
