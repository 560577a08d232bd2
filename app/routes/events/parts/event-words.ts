import type { EventPage } from "#app/modules/events/event-page.ts";
import type { EventPrice, LimitUnit } from "#app/modules/events/plan.ts";
import type { Registering } from "#app/modules/events/registering.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";
import type { BadgeTone } from "#app/ui/badge.tsx";

/** What coming costs. */
export function eventPrice(price: EventPrice, t: Translate, figures: Figures): string {
  switch (price.kind) {
    case "free":
      return t("events.price.free");
    case "deposit":
      return t("events.price.deposit", { points: figures.points(price.points) });
    case "points":
      return t(`events.price.points.${price.per}`, { points: figures.points(price.points) });
    case "money":
      return t(`events.price.money.${price.per}`, {
        money: figures.moneyIn(price.minor, price.currency),
      });
  }
}

/** How it stands, in a word or two. */
export const stateWords = (
  registering: Registering,
  t: Translate,
  figures: Figures,
): { words: string; tone: BadgeTone } => ({
  words: t(`events.state.${registering.can}`, {
    moment: "from" in registering ? figures.moment(registering.from) : "",
  }),
  tone: TONES[registering.can],
});

const TONES: Record<Registering["can"], BadgeTone> = {
  later: "plain",
  "gold-first": "ok",
  register: "ok",
  wait: "warn",
  full: "warn",
  closed: "plain",
  running: "ok",
  finished: "plain",
  cancelled: "refusal",
};

/** Whether it has neither begun nor been called off. */
export const isAhead = ({ can }: Pick<Registering, "can">): boolean =>
  can !== "running" && can !== "finished" && can !== "cancelled";

/** What is left, in a few words; null where nothing is counted. */
export function leftWords(left: { unit: LimitUnit; free: number } | null, t: Translate) {
  return left && t(`events.left.${left.unit}`, { free: left.free });
}

/** Whether somebody can register now, in a sentence; if not, from when or why not. */
export function registeringWords(
  { registering, cancelReason }: Pick<EventPage, "registering" | "cancelReason">,
  t: Translate,
  figures: Figures,
): string {
  switch (registering.can) {
    case "later": {
      const moment = figures.moment(registering.from);
      return registering.goldFrom
        ? t("events.say.later.gold", { moment, gold: figures.moment(registering.goldFrom) })
        : t("events.say.later", { moment });
    }
    case "gold-first":
      return t("events.say.gold-first", { moment: figures.moment(registering.from) });
    case "register":
    case "wait":
      return t(`events.say.${registering.can}`, { moment: figures.moment(registering.until) });
    case "cancelled":
      return cancelReason
        ? t("events.say.cancelledFor", { reason: cancelReason })
        : t("events.say.cancelled");
    default:
      return t(`events.say.${registering.can}`);
  }
}

/**
 * Who can come, a sentence a condition.
 *
 * @param programmeName what a card programme is called.
 */
export function whoCanCome(
  { eligible, party, brackets }: EventPage,
  t: Translate,
  programmeName: (programme: string) => string,
): string[] {
  const { goldOnly, programmes, stores, activeWithinMonths, carModels, ageMin } = eligible;
  const names = new Intl.ListFormat(t.locale, { type: "disjunction" });
  const conditions = [
    goldOnly && t("events.who.gold"),
    programmes.length > 0 &&
      t("events.who.programmes", {
        names: names.format(programmes.map(programmeName)),
      }),
    stores.length > 0 && t("events.who.stores", { names: names.format(stores) }),
    activeWithinMonths !== null && t("events.who.active", { months: activeWithinMonths }),
    carModels.length > 0 && t("events.who.cars", { names: names.format(carModels) }),
    ageMin !== null && t("events.who.age", { age: ageMin }),
  ].filter((words) => words !== false);
  return [
    ...(conditions.length > 0 ? conditions : [t("events.who.all")]),
    ...[
      party.adultsOnly && t("events.who.adultsOnly"),
      party.childrenMin > 0 && t("events.who.children", { least: party.childrenMin }),
      brackets.length > 0 && t("events.who.ages"),
      party.childrenPerAdult !== null &&
        !party.adultsOnly &&
        t("events.who.ratio", { children: party.childrenPerAdult }),
      t("events.who.party", {
        adults: party.adultsMax,
        children: party.adultsOnly ? 0 : party.childrenMax,
      }),
      party.carRequired && t("events.who.car"),
      party.licenceRequired && t("events.who.licence"),
    ].filter((words) => words !== false),
  ];
}
