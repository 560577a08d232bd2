import { expect, test } from "vitest";
import { aPlan, WHILE_OPEN } from "../../../tests/support/events.ts";
import { describeEvent, type KeptEvent } from "./event-page.ts";
import { NOBODY } from "./places.ts";
import { sharePicture, structuredEvent } from "./structured-event.ts";

const AROUND = {
  club: { name: "Lakeside Owners", timeZone: "Asia/Shanghai", currency: "CNY" },
  origin: "https://club.example",
  language: "en",
};
const said = (changes: Partial<KeptEvent> = {}, undecided: string | null = null) => {
  const event: KeptEvent = {
    id: 1,
    slug: "by-the-lake",
    state: "published",
    plan: aPlan(),
    version: 1,
    facts: NOBODY,
    cancelReason: null,
    stores: [],
    movedFrom: null,
    wait: null,
    ...changes,
  };
  return structuredEvent(event, describeEvent(event, false, "en", WHILE_OPEN), {
    ...AROUND,
    undecided,
  });
};

test("says all that search engines require or recommend", () => {
  expect(said()).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Afternoon by the lake",
    description: "Tea, cars, and the lake.",
    url: "https://club.example/events/by-the-lake",
    image: ["https://club.example/events/by-the-lake/share.png"],
    inLanguage: "en",
    startDate: "2027-03-14T13:00:00+08:00",
    endDate: "2027-03-14T15:00:00+08:00",
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    isAccessibleForFree: true,
    location: {
      "@type": "Place",
      name: "Lakeside showroom",
      address: { "@type": "PostalAddress", streetAddress: "7 Lakeside Road, Shanghai" },
    },
    organizer: { "@type": "Organization", name: "The club", url: "https://club.example" },
    offers: {
      "@type": "Offer",
      url: "https://club.example/events/by-the-lake",
      price: "0",
      priceCurrency: "CNY",
      availability: "https://schema.org/InStock",
      validFrom: "2027-02-01T09:00:00+08:00",
      validThrough: "2027-03-13T12:00:00+08:00",
    },
    maximumAttendeeCapacity: 10,
    remainingAttendeeCapacity: 10,
  });
});

test("a full event is sold out, a moved one says from when, a cancelled one that it is", () => {
  const full = {
    ...NOBODY,
    people: [{ role: "adult" as const, bracket: null, drives: false, session: null, count: 10 }],
  };
  expect(said({ facts: full })).toMatchObject({
    offers: { availability: "https://schema.org/SoldOut" },
    remainingAttendeeCapacity: 0,
  });
  const movedFrom = new Date("2027-03-07T05:00:00Z");
  expect(said({ movedFrom })).toMatchObject({
    eventStatus: "https://schema.org/EventRescheduled",
    previousStartDate: "2027-03-07T13:00:00+08:00",
  });
  expect(said({ movedFrom, state: "cancelled" })).toMatchObject({
    eventStatus: "https://schema.org/EventCancelled",
    offers: { availability: "https://schema.org/SoldOut" },
  });
});

test("money is a decimal with as many digits as its currency has", () => {
  const price = (minor: number, currency: string) =>
    said({ plan: aPlan({ price: { kind: "money", minor, currency, per: "person" } }) });
  expect(price(38_000, "CNY")).toMatchObject({
    isAccessibleForFree: false,
    offers: { price: "380.00", priceCurrency: "CNY" },
  });
  expect(price(1_200, "JPY")).toMatchObject({ offers: { price: "1200" } });
});

test("that it is open whether it takes place is said before what it is, since it has no status of its own", () => {
  expect(said({}, "Whether it takes place is decided by Sunday 10:00 (storm)")).toMatchObject({
    description:
      "Whether it takes place is decided by Sunday 10:00 (storm). Tea, cars, and the lake.",
    eventStatus: "https://schema.org/EventScheduled",
  });
});

test("the picture is the drawing, or the photo that stands over it", () => {
  const of = (coverId: number | null) =>
    sharePicture("https://club.example", { slug: "by-the-lake", coverId });
  expect(of(null)).toMatchObject({ type: "image/png" });
  expect(of(7)).toEqual({
    url: "https://club.example/events/by-the-lake/share.jpg?photo=7",
    type: "image/jpeg",
  });
});
