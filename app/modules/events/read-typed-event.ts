import { type ImpactUnit, unitInWords } from "#app/modules/impact-units/impact-unit.ts";
import { readEmail } from "#app/modules/person/email.ts";
import { RowId } from "#app/platform/row-id.ts";
import { eventDrawings } from "./event-drawing.ts";
import { type EventIssues, type EventReader, eventReader, type TypedHow } from "./event-issues.ts";
import {
  type ChildConsent,
  childConsents,
  type EventPlan,
  type EventPrice,
  eventKinds,
} from "./plan.ts";
import { readAgreements, readQuestions } from "./read-event-asking.ts";
import { readBrackets, readLimits, readSessions } from "./read-event-lists.ts";
import type { TypedEvent } from "./typed-event.ts";

const TITLE_AT_MOST = 120;
const SUMMARY_AT_MOST = 300;
const LINE_AT_MOST = 200;
const NAME_AT_MOST = 60;
const ABOUT_AT_MOST = 4_000;
const MOST_POINTS = 1_000_000;
/** For each of what is counted. */
const MOST_PER_UNIT = 1_000;
/** So that a party of a hundred still makes an integer. */
const MOST_MINOR = 20_000_000;
const MOST_OF_A_PARTY = 50;
const PHONE = /^\+?[\d][\d ()\-–转x,.]{4,29}$/;

export type ReadHow = TypedHow & {
  now: Date;
  /** Of the club: money is taken in it. */
  currency: string;
  /** What the club counts of what is done together. */
  units: readonly ImpactUnit[];
  /** What holds, of an event that is published; its agreements keep their versions. */
  before: EventPlan | null;
};

export type EventRead = { ok: true; plan: EventPlan } | { ok: false; issues: EventIssues };

/**
 * Makes a plan of an event as it was typed, or says all that keeps it from being one: the checklist. What may stay
 * empty has a meaning: registering opens now and closes when the event begins, until when cancelling is free too.
 *
 * @param how.before of a published event: it may have begun, and still be written about.
 */
export function readTypedEvent(typed: TypedEvent, how: ReadHow): EventRead {
  const read = eventReader(how);
  const { both, text, number, optionalNumber } = read;
  const what = {
    title: both("title", typed, { most: TITLE_AT_MOST, needed: true }),
    summary: both("summary", typed, { most: SUMMARY_AT_MOST, needed: true }),
    about: both("about", typed, { most: ABOUT_AT_MOST }),
    programme: both("programme", typed, { most: ABOUT_AT_MOST }),
    gives: both("gives", typed, { most: ABOUT_AT_MOST }),
    kind: read.oneOf("kind", eventKinds, typed.kind),
    drawing: read.oneOf("drawing", eventDrawings, typed.drawing || typed.kind),
    coverId: optionalNumber("coverId", typed.coverId, 1, 2 ** 31 - 1),
  };
  const when = readWhen(read, typed, how);
  const sessions = readSessions(read, typed, when);
  const where = {
    place: both("place", typed, { most: LINE_AT_MOST, needed: true }),
    address: both("address", typed, { most: LINE_AT_MOST }),
    mapUrl: readMapUrl(read, typed.mapUrl),
    organiser: both("organiser", typed, { most: LINE_AT_MOST, needed: true }),
    ...readContact(read, typed),
  };
  const eligible = {
    goldOnly: typed.goldOnly !== "",
    programmes: typed.programmes.filter((name) => name !== "" && name.length <= NAME_AT_MOST),
    storeIds: typed.storeIds.flatMap((id) => RowId.safeParse(id).data ?? []),
    activeWithinMonths: optionalNumber("activeWithinMonths", typed.activeWithinMonths, 1, 120),
    carModels: text("carModels", typed.carModels, LINE_AT_MOST)
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
    ageMin: optionalNumber("ageMin", typed.ageMin, 0, 120),
  };
  const party = readParty(read, typed);
  const withChildren = party.childrenMax > 0;
  const brackets = withChildren ? readBrackets(read, typed) : [];
  const limits = readLimits(read, withChildren ? typed : { ...typed, brackets: [] });
  const price = readPrice(read, typed, how.currency);
  const plan: EventPlan = {
    ...what,
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    ...where,
    sessions,
    eligible,
    party,
    brackets,
    consents: withChildren ? childConsents.filter(isAsked(typed)) : [],
    limits,
    price,
    questions: readQuestions(read, typed),
    agreements: readAgreements(read, typed, how.before?.agreements ?? []),
    opensAt: when.opensAt,
    closesAt: when.closesAt,
    goldHoursEarlier: number("goldHoursEarlier", typed.goldHoursEarlier, 0, 720),
    freeUntil: when.freeUntil,
    waitlist: {
      open: typed.waitlist !== "",
      offerHours: number("offerHours", typed.offerHours, 1, 168),
      closesHoursBefore: number("waitlistHoursBefore", typed.waitlistHoursBefore, 0, 720),
    },
    attendancePoints: number("attendancePoints", typed.attendancePoints, 0, 100_000),
    impact: typed.impactPer === "" ? null : readImpact(read, typed, how.units),
  };
  const { issues } = read;
  return Object.keys(issues).length > 0 ? { ok: false, issues } : { ok: true, plan };
}

/** One of what the club counts: chosen, or found by the words that were typed. Other words are something new. */
function readImpact(
  read: EventReader,
  typed: TypedEvent,
  units: readonly ImpactUnit[],
): EventPlan["impact"] {
  const how = {
    per: read.oneOf("impactPer", ["party", "person"], typed.impactPer),
    pointsPerUnit: read.optionalNumber("impactPoints", typed.impactPoints, 0, MOST_PER_UNIT) ?? 0,
  };
  const chosen = units.find(({ key }) => key === typed.impactUnit);
  if (typed.impactUnit !== "" && !chosen) read.wrong("impactUnit", "choose");
  const own = () => ({
    unit: read.both("impact", typed, { most: NAME_AT_MOST, needed: true }),
    one: read.text("impactOneEn", typed.impactOneEn, NAME_AT_MOST),
  });
  const words = typed.impactUnit === "" ? own() : null;
  const known = chosen ?? (words && unitInWords(units, { many: words.unit.en, zh: words.unit.zh }));
  if (known) {
    const { key, one, many, zh } = known;
    return { ...how, key, one, unit: { en: many, zh } };
  }
  return { ...how, key: null, one: words?.one ?? "", unit: words?.unit ?? { en: "", zh: "" } };
}

const isAsked = (typed: TypedEvent) => (consent: ChildConsent) => typed.consents.includes(consent);

function readWhen(read: EventReader, typed: TypedEvent, { now, before }: ReadHow) {
  const startsAt = read.moment("startsAt", typed.startsAt, "from") ?? now;
  const endsAt = read.moment("endsAt", typed.endsAt, "until") ?? startsAt;
  if (typed.endsAt.trim() !== "" && startsAt >= endsAt) read.wrong("endsAt", "momentOrder");
  const stays = before?.startsAt.getTime() === startsAt.getTime();
  if (startsAt <= now && !stays) read.wrong("startsAt", "begun");
  const opensAt = read.optionalMoment("opensAt", typed.opensAt, "from") ?? now;
  const closesAt = read.optionalMoment("closesAt", typed.closesAt, "until") ?? startsAt;
  const freeUntil = read.optionalMoment("freeUntil", typed.freeUntil, "until") ?? startsAt;
  // Held against a beginning that nobody has said yet, these would be wrong however they are.
  if (typed.startsAt.trim() === "") return { startsAt, endsAt, opensAt, closesAt, freeUntil };
  if (closesAt > startsAt) read.wrong("closesAt", "closesLate");
  if (opensAt >= closesAt) read.wrong("opensAt", "opensLate");
  if (freeUntil > startsAt) read.wrong("freeUntil", "freeLate");
  return { startsAt, endsAt, opensAt, closesAt, freeUntil };
}

function readMapUrl(read: EventReader, typed: string): string | null {
  const address = typed.trim();
  if (address === "") return null;
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isWeb || address.length > 500) read.wrong("mapUrl", "web");
  return address;
}

/** Somebody can be asked: by phone or by e-mail. */
function readContact(read: EventReader, typed: TypedEvent) {
  const phone = typed.contactPhone.trim();
  const email = typed.contactEmail.trim();
  // A showroom has a landline, with an extension at times: it is read by people.
  const contactPhone = phone === "" || PHONE.test(phone) ? phone : null;
  const contactEmail = email === "" ? "" : readEmail(email);
  if (contactPhone === null) read.wrong("contactPhone", "phone");
  if (contactEmail === null) read.wrong("contactEmail", "email");
  if (phone === "" && email === "") read.wrong("contactPhone", "contact");
  return { contactPhone: contactPhone ?? "", contactEmail: contactEmail ?? "" };
}

function readParty(read: EventReader, typed: TypedEvent): EventPlan["party"] {
  const { number, optionalNumber, wrong } = read;
  const adultsOnly = typed.adultsOnly !== "";
  const children = (field: "childrenMin" | "childrenMax") =>
    adultsOnly ? 0 : number(field, typed[field], 0, MOST_OF_A_PARTY);
  const party = {
    adultsMin: number("adultsMin", typed.adultsMin, 1, MOST_OF_A_PARTY),
    adultsMax: number("adultsMax", typed.adultsMax, 1, MOST_OF_A_PARTY),
    adultsOnly,
    childrenMin: children("childrenMin"),
    childrenMax: children("childrenMax"),
    childrenPerAdult: optionalNumber("childrenPerAdult", typed.childrenPerAdult, 1, 20),
    companionPhone: typed.companionPhone !== "",
    carRequired: typed.carRequired !== "",
    licenceRequired: typed.licenceRequired !== "",
    care: typed.care !== "" && !adultsOnly,
  };
  if (party.adultsMin > party.adultsMax) wrong("adultsMax", "mostUnder");
  if (party.childrenMin > party.childrenMax) wrong("childrenMax", "mostUnder");
  return party;
}

function readPrice(read: EventReader, typed: TypedEvent, currency: string): EventPrice {
  const kind = read.oneOf("priceKind", ["free", "points", "deposit", "money"], typed.priceKind);
  if (kind === "free") return { kind };
  const per = read.oneOf("per", ["party", "person"], typed.per);
  if (kind === "money")
    return { kind, minor: read.sum("money", typed.money, MOST_MINOR), currency, per };
  const points = read.number("points", typed.points, 1, MOST_POINTS);
  return kind === "deposit" ? { kind, points } : { kind, points, per };
}
