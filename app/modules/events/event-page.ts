import type { InBoth } from "#app/platform/words/in-language.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { KeptState } from "./event-state.ts";
import { type EventWait, type KeptWait, readWait } from "./event-wait.ts";
import { type PlaceFacts, placesLeft } from "./places.ts";
import type { EventKind, EventPlan, EventPrice, LimitUnit } from "./plan.ts";
import { type Registering, registeringOf } from "./registering.ts";

/** A row of the table of events that everybody may see. */
export type KeptEvent = {
  id: number;
  slug: string;
  state: KeptState;
  plan: EventPlan;
  version: number;
  facts: PlaceFacts;
  cancelReason: string | null;
  /** Of those stores whose owners may come, in both languages. */
  stores: readonly InBoth[];
  /** When it was to begin before it was moved; null where it never was. */
  movedFrom: Date | null;
  /** That it is still open whether it takes place. */
  wait: KeptWait | null;
};

/** How many of something there may be, and how many more. */
export type LimitLeft = {
  key: string;
  unit: LimitUnit;
  session: string | null;
  bracket: string | null;
  most: number;
  free: number;
};

/** An event's page in the reader's language: all that it shows, whoever looks at it. */
export type EventPage = {
  id: number;
  slug: string;
  kind: EventKind;
  title: string;
  summary: string;
  about: string;
  programme: string;
  gives: string;
  drawing: string;
  coverId: number | null;
  startsAt: Date;
  endsAt: Date;
  place: string;
  address: string;
  mapUrl: string | null;
  organiser: string;
  contactPhone: string;
  contactEmail: string;
  sessions: { key: string; name: string; startsAt: Date; endsAt: Date }[];
  brackets: { key: string; name: string; ageFrom: number; ageTo: number }[];
  agreements: { key: string; name: string; text: string }[];
  party: EventPlan["party"];
  eligible: Omit<EventPlan["eligible"], "storeIds"> & { stores: string[] };
  price: EventPrice;
  freeUntil: Date;
  attendancePoints: number;
  registering: Registering;
  left: { unit: LimitUnit; free: number } | null;
  limits: LimitLeft[];
  cancelReason: string | null;
  wait: EventWait | null;
};

/**
 * What an event's page shows.
 *
 * @param isGold whether whoever looks is: gold may register earlier.
 */
export function describeEvent(
  event: KeptEvent,
  isGold: boolean,
  locale: Locale,
  now: Date,
): EventPage {
  const { plan } = event;
  const say = (text: InBoth) => inLanguage(locale, text);
  const nameOf = (named: readonly { key: string; name: InBoth }[], key: string | null) => {
    const found = named.find((each) => each.key === key);
    return found ? say(found.name) : null;
  };
  const places = placesLeft(plan, event.facts);
  const { storeIds, ...eligible } = plan.eligible;
  return {
    id: event.id,
    slug: event.slug,
    kind: plan.kind,
    title: say(plan.title),
    summary: say(plan.summary),
    about: say(plan.about),
    programme: say(plan.programme),
    gives: say(plan.gives),
    drawing: plan.drawing,
    coverId: plan.coverId,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    place: say(plan.place),
    address: say(plan.address),
    mapUrl: plan.mapUrl,
    organiser: say(plan.organiser),
    contactPhone: plan.contactPhone,
    contactEmail: plan.contactEmail,
    sessions: plan.sessions.map((session) => ({ ...session, name: say(session.name) })),
    brackets: plan.brackets.map((bracket) => ({ ...bracket, name: say(bracket.name) })),
    agreements: plan.agreements.map(({ key, name, text }) => ({
      key,
      name: say(name),
      text: say(text),
    })),
    party: plan.party,
    eligible: { ...eligible, stores: storeIds.length > 0 ? event.stores.map(say) : [] },
    price: plan.price,
    freeUntil: plan.freeUntil,
    attendancePoints: plan.attendancePoints,
    registering: registeringOf(event.state, plan, places.full, isGold, now),
    left: places.left,
    limits: plan.limits.map(({ key, unit, session, bracket, most }) => ({
      key,
      unit,
      session: nameOf(plan.sessions, session),
      bracket: nameOf(plan.brackets, bracket),
      most,
      free: places.limits.find((limit) => limit.key === key)?.free ?? 0,
    })),
    cancelReason: event.cancelReason,
    wait: readWait(event.wait, plan, locale, now),
  };
}
