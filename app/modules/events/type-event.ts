import { momentText } from "#app/platform/typed-moment.ts";
import { minorText } from "#app/platform/typed-number.ts";
import type { TypedHow } from "./event-issues.ts";
import type { EventPlan, EventPrice } from "./plan.ts";
import { emptyEvent, type TypedEvent } from "./typed-event.ts";

const tick = (value: boolean) => (value ? "on" : "");
const number = (value: number | null) => (value === null ? "" : String(value));

/** The form of an event filled in with its plan. */
export function typeEvent(plan: EventPlan, { digits, time }: TypedHow): TypedEvent {
  const at = (instant: Date) => momentText(instant, time);
  // What is until the event begins says nothing, and follows the beginning wherever that is moved.
  const until = (instant: Date) =>
    instant.getTime() === plan.startsAt.getTime() ? "" : at(instant);
  const { party, eligible } = plan;
  return {
    ...emptyEvent,
    kind: plan.kind,
    titleEn: plan.title.en,
    titleZh: plan.title.zh,
    summaryEn: plan.summary.en,
    summaryZh: plan.summary.zh,
    aboutEn: plan.about.en,
    aboutZh: plan.about.zh,
    programmeEn: plan.programme.en,
    programmeZh: plan.programme.zh,
    givesEn: plan.gives.en,
    givesZh: plan.gives.zh,
    drawing: plan.drawing,
    coverId: number(plan.coverId),
    startsAt: at(plan.startsAt),
    endsAt: at(plan.endsAt),
    placeEn: plan.place.en,
    placeZh: plan.place.zh,
    addressEn: plan.address.en,
    addressZh: plan.address.zh,
    mapUrl: plan.mapUrl ?? "",
    organiserEn: plan.organiser.en,
    organiserZh: plan.organiser.zh,
    contactPhone: plan.contactPhone,
    contactEmail: plan.contactEmail,
    goldOnly: tick(eligible.goldOnly),
    activeWithinMonths: number(eligible.activeWithinMonths),
    carModels: eligible.carModels.join(", "),
    ageMin: number(eligible.ageMin),
    programmes: eligible.programmes,
    storeIds: eligible.storeIds.map(String),
    adultsMin: String(party.adultsMin),
    adultsMax: String(party.adultsMax),
    childrenMin: String(party.childrenMin),
    childrenMax: String(party.childrenMax),
    childrenPerAdult: number(party.childrenPerAdult),
    adultsOnly: tick(party.adultsOnly),
    companionPhone: tick(party.companionPhone),
    carRequired: tick(party.carRequired),
    licenceRequired: tick(party.licenceRequired),
    care: tick(party.care),
    consents: plan.consents,
    ...typePrice(plan.price, digits),
    opensAt: at(plan.opensAt),
    closesAt: until(plan.closesAt),
    goldHoursEarlier: String(plan.goldHoursEarlier),
    freeUntil: until(plan.freeUntil),
    waitlist: tick(plan.waitlist.open),
    offerHours: String(plan.waitlist.offerHours),
    waitlistHoursBefore: String(plan.waitlist.closesHoursBefore),
    attendancePoints: String(plan.attendancePoints),
    ...typeImpact(plan.impact),
    sessions: plan.sessions.map(({ key, name, startsAt, endsAt }) => ({
      key,
      nameEn: name.en,
      nameZh: name.zh,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
    })),
    brackets: plan.brackets.map(({ key, name, ageFrom, ageTo }) => ({
      key,
      nameEn: name.en,
      nameZh: name.zh,
      ageFrom: String(ageFrom),
      ageTo: String(ageTo),
    })),
    limits: plan.limits.map(({ key, unit, session, bracket, most }) => ({
      key,
      unit,
      session: session ?? "",
      bracket: bracket ?? "",
      most: String(most),
    })),
    questions: plan.questions.map((question) => ({
      key: question.key,
      kind: question.kind,
      of: question.of,
      labelEn: question.label.en,
      labelZh: question.label.zh,
      required: tick(question.required),
      onlyIf: question.onlyIf ? `${question.onlyIf.question}:${question.onlyIf.option}` : "",
      retired: tick(question.retired),
      options: question.options.map(({ key, label }) => ({
        key,
        labelEn: label.en,
        labelZh: label.zh,
      })),
    })),
    agreements: plan.agreements.map(({ key, name, text }) => ({
      key,
      nameEn: name.en,
      nameZh: name.zh,
      textEn: text.en,
      textZh: text.zh,
    })),
  };
}

/** Of what the club counts the form has the key alone: its words are the club's. */
function typeImpact(impact: EventPlan["impact"]) {
  const own = impact?.key === null ? impact : null;
  return {
    impactPer: impact?.per ?? "",
    impactUnit: impact?.key ?? "",
    impactOneEn: own?.one ?? "",
    impactEn: own?.unit.en ?? "",
    impactZh: own?.unit.zh ?? "",
    impactPoints: impact?.pointsPerUnit ? String(impact.pointsPerUnit) : "",
  };
}

function typePrice(
  price: EventPrice,
  digits: number,
): Pick<TypedEvent, "priceKind" | "points" | "money" | "per"> {
  return {
    priceKind: price.kind,
    points: price.kind === "points" || price.kind === "deposit" ? String(price.points) : "",
    money: price.kind === "money" ? minorText(price.minor, digits) : "",
    per: price.kind === "points" || price.kind === "money" ? price.per : "party",
  };
}
