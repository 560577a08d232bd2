import type { EventKind } from "./plan.ts";
import { emptyEvent, type TypedEvent } from "./typed-event.ts";

const FAMILY = {
  childrenMax: "4",
  childrenPerAdult: "4",
  care: "on",
  consents: ["taking_part", "photographs"],
} satisfies Partial<TypedEvent>;

const peopleAndParties = (people: string, parties: string): TypedEvent["limits"] => [
  { key: "l1", unit: "people", session: "", bracket: "", most: people },
  { key: "l2", unit: "parties", session: "", bracket: "", most: parties },
];
const people = (most: string): TypedEvent["limits"] => [
  { key: "l1", unit: "people", session: "", bracket: "", most },
];
const carsAndPeople = (cars: string, most: string): TypedEvent["limits"] => [
  { key: "l1", unit: "cars", session: "", bracket: "", most: cars },
  { key: "l2", unit: "people", session: "", bracket: "", most },
];

const WAIVER: TypedEvent["agreements"] = [
  {
    key: "a1",
    nameEn: "What I know and take upon myself",
    nameZh: "安全须知与责任承诺",
    textEn:
      "I drive my own car, with a valid licence and insurance, sober and rested, and follow what the stewards say. I know that driving is never without risk, and I look after those who ride with me.",
    textZh:
      "本人驾驶自有车辆参加活动，持有有效驾驶证，车辆已投保，不酒后、不疲劳驾驶，并服从工作人员安排。本人知悉驾驶存在风险，并对同车人员的安全负责。",
  },
];

/** What is usual of a kind; all of it can be changed. */
const OF_KIND: Record<EventKind, Partial<TypedEvent>> = {
  "drawing-contest": {
    childrenMin: "1",
    childrenMax: "3",
    adultsMax: "2",
    care: "on",
    consents: ["taking_part", "photographs", "artwork"],
    activeWithinMonths: "24",
    brackets: [
      { key: "b1", nameEn: "Little", nameZh: "幼儿组", ageFrom: "5", ageTo: "7" },
      { key: "b2", nameEn: "Junior", nameZh: "少年组", ageFrom: "8", ageTo: "10" },
    ],
    limits: [
      ...peopleAndParties("70", "35"),
      { key: "l3", unit: "children", session: "", bracket: "b1", most: "35" },
      { key: "l4", unit: "children", session: "", bracket: "b2", most: "35" },
    ],
  },
  "tree-planting": {
    ...FAMILY,
    adultsMax: "4",
    limits: peopleAndParties("160", "45"),
    priceKind: "deposit",
    points: "200",
    attendancePoints: "100",
    impactPer: "party",
    impactUnit: "trees",
    impactPoints: "10",
  },
  "charity-drive": {
    ...FAMILY,
    adultsMax: "4",
    carRequired: "on",
    limits: carsAndPeople("20", "60"),
    agreements: WAIVER,
    attendancePoints: "200",
    impactPer: "person",
    impactUnit: "hours",
  },
  "driving-camp": {
    adultsMax: "1",
    licenceRequired: "on",
    ageMin: "18",
    agreements: WAIVER,
    priceKind: "money",
    per: "person",
    attendancePoints: "80",
    sessions: [
      { key: "s1", nameEn: "Morning", nameZh: "上午场", startsAt: "", endsAt: "" },
      { key: "s2", nameEn: "Afternoon", nameZh: "下午场", startsAt: "", endsAt: "" },
    ],
    limits: [
      { key: "l1", unit: "drivers", session: "s1", bracket: "", most: "12" },
      { key: "l2", unit: "drivers", session: "s2", bracket: "", most: "12" },
    ],
  },
  class: { limits: people("24") },
  tasting: {
    goldOnly: "on",
    adultsOnly: "on",
    ageMin: "18",
    goldHoursEarlier: "0",
    limits: people("30"),
    priceKind: "points",
    per: "person",
    points: "800",
    attendancePoints: "0",
  },
  seminar: { limits: people("40") },
  "lucky-draw": { adultsMax: "2", activeWithinMonths: "12", attendancePoints: "0" },
  outing: { ...FAMILY, adultsMax: "4", carRequired: "on", limits: carsAndPeople("15", "50") },
  other: {},
};

/** A new event of a kind, with what is usual for it filled in. */
export const templateOf = (kind: EventKind): TypedEvent => ({
  ...emptyEvent,
  ...OF_KIND[kind],
  kind,
  drawing: kind,
});
