import { DateTime } from "luxon";
import type { EventPage, KeptEvent } from "./event-page.ts";
import type { Registering } from "./registering.ts";

/** What is around an event, for whoever reads it as data. */
export type Surroundings = {
  club: { name: string; timeZone: string; currency: string };
  /** Of the club's site, without a slash at its end. */
  origin: string;
  language: string;
  /** That it is still open whether the event takes place, in words. */
  undecided: string | null;
};

/** The absolute address of an event's page. */
export const eventUrl = (origin: string, slug: string) => `${origin}/events/${slug}`;
/**
 * The picture that stands for an event when its page is shared, by its absolute address: its photo, else its drawing.
 * Another photo is another address, since services keep what they once read.
 */
export const sharePicture = (
  origin: string,
  { slug, coverId }: Pick<EventPage, "slug" | "coverId">,
): { url: string; type: "image/png" | "image/jpeg" } =>
  coverId === null
    ? { url: `${origin}/events/${slug}/share.png`, type: "image/png" }
    : { url: `${origin}/events/${slug}/share.jpg?photo=${coverId}`, type: "image/jpeg" };

/** An instant as ISO 8601 with the offset of a zone: 2027-03-14T13:00:00+08:00. */
const isoIn = (zone: string, instant: Date) =>
  DateTime.fromJSDate(instant, { zone }).toISO({ suppressMilliseconds: true });

/**
 * An event as search engines read it: schema.org's `Event` in JSON-LD, with what is required and recommended at
 * https://developers.google.com/search/docs/appearance/structured-data/event. A price in points costs no money, and
 * is said as its offer's name; that an event is undecided, for which schema.org has no status, in its description.
 */
export function structuredEvent(
  event: Pick<KeptEvent, "movedFrom" | "plan">,
  page: EventPage,
  { club, origin, language, undecided }: Surroundings,
): Record<string, unknown> {
  const url = eventUrl(origin, page.slug);
  const iso = (instant: Date) => isoIn(club.timeZone, instant);
  const { price } = page;
  const moved = page.registering.can !== "cancelled" && event.movedFrom;
  const people = page.limits.find(
    ({ unit, session, bracket }) => unit === "people" && session === null && bracket === null,
  );
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: page.title,
    description: [undecided, page.summary || page.about || page.title].filter(Boolean).join(". "),
    url,
    image: [sharePicture(origin, page).url],
    inLanguage: language,
    startDate: iso(page.startsAt),
    endDate: iso(page.endsAt),
    eventStatus: `https://schema.org/${statusOf(page.registering, Boolean(moved))}`,
    ...(moved ? { previousStartDate: iso(moved) } : {}),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    isAccessibleForFree: price.kind === "free" || price.kind === "deposit",
    location: {
      "@type": "Place",
      name: page.place || club.name,
      address: { "@type": "PostalAddress", streetAddress: page.address || page.place },
      ...(page.mapUrl ? { hasMap: page.mapUrl } : {}),
    },
    organizer: { "@type": "Organization", name: page.organiser || club.name, url: origin },
    offers: {
      "@type": "Offer",
      url,
      price: price.kind === "money" ? inMajorUnits(price.minor, price.currency) : "0",
      priceCurrency: price.kind === "money" ? price.currency : club.currency,
      availability: `https://schema.org/${availabilityOf(page.registering)}`,
      validFrom: iso(event.plan.opensAt),
      validThrough: iso(event.plan.closesAt),
    },
    ...(people
      ? { maximumAttendeeCapacity: people.most, remainingAttendeeCapacity: people.free }
      : {}),
  };
}

function statusOf({ can }: Registering, moved: boolean): string {
  if (can === "cancelled") return "EventCancelled";
  return moved ? "EventRescheduled" : "EventScheduled";
}

function availabilityOf({ can }: Registering): string {
  if (can === "register" || can === "gold-first") return "InStock";
  if (can === "later") return "PreSale";
  return "SoldOut";
}

/** As a plain decimal with a point, whatever the reader's language. */
function inMajorUnits(minor: number, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return (minor / 10 ** digits).toFixed(digits);
}
