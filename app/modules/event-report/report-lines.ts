import { countedInBoth } from "#app/platform/words/counted.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { EventFacts } from "./event-facts.ts";
import type { EventFigures } from "./event-figures.ts";

/** All that is known of one event. */
export type Reported = {
  facts: EventFacts;
  figures: EventFigures;
  currency: string;
  /** Members whose party came, by where they stood on the day; null where nobody has asked. */
  tiers: { silver: number; gold: number } | null;
};

/** A figure as it is written. `few`: fewer have answered than figures are shown of. */
export type Value =
  | { as: "count" | "points"; of: number }
  | { as: "money"; minor: number; currency: string }
  | { as: "grade"; of: number; outOf: 5 | 10 }
  | { as: "words"; of: InBoth }
  | { as: "few" | "none" };

type Spec = {
  of: (report: Reported) => Value;
  /** Left out where it is nothing, here and before. */
  ifAny?: true;
  /** Is in the line above it that is none. */
  part?: true;
  sum?: true;
};

const count =
  (of: (figures: EventFigures, facts: EventFacts) => number) =>
  ({ figures, facts }: Reported): Value => ({ as: "count", of: of(figures, facts) });
const points =
  (of: (figures: EventFigures) => number) =>
  ({ figures }: Reported): Value => ({ as: "points", of: of(figures) });
const money =
  (of: (figures: EventFigures) => number | null) =>
  ({ figures, currency }: Reported): Value => {
    const minor = of(figures);
    return minor === null ? { as: "none" } : { as: "money", minor, currency };
  };
const grade =
  (outOf: 5 | 10, of: (liked: NonNullable<EventFigures["liked"]>) => number | null) =>
  ({ figures: { liked } }: Reported): Value => {
    if (!liked) return { as: "none" };
    const mark = of(liked);
    return mark === null ? { as: "few" } : { as: "grade", of: mark, outOf };
  };

const PART = { part: true } as const;
const IF_ANY = { ifAny: true } as const;
const SUM = { sum: true } as const;

/** Every figure of a report, in its order: the page, the PDF and the file all go by it. */
const SPECS = {
  parties: {
    registered: { of: count(({ parties }) => parties.registered) },
    came: { of: count(({ parties }) => parties.came), ...SUM },
    cameMembers: { of: count(({ parties }) => parties.cameMembers), ...PART },
    cameGuests: { of: count(({ parties }) => parties.cameGuests), ...PART },
    walkIns: { of: count(({ parties }) => parties.walkIns), ...PART },
    withoutPlace: { of: count(({ parties }) => parties.cameWithoutPlace), ...PART, ...IF_ANY },
    noShow: { of: count(({ parties }) => parties.noShow) },
    excused: { of: count(({ parties }) => parties.excused) },
    unmarked: { of: count(({ parties }) => parties.unmarked), ...IF_ANY },
    cancelledLate: { of: count(({ parties }) => parties.cancelledLate) },
    cancelled: { of: count(({ parties }) => parties.cancelled) },
    noPlace: { of: count(({ parties }) => parties.noPlace) },
    leftLine: { of: count(({ parties }) => parties.leftLine), ...IF_ANY },
  },
  people: {
    peopleRegistered: { of: count(({ people }) => people.registered) },
    peopleCame: { of: count(({ people }) => people.came), ...SUM },
    adults: { of: count(({ people }) => people.adults), ...PART },
    children: { of: count(({ people }) => people.children), ...PART },
    strangers: { of: count(({ people }) => people.strangers), ...PART, ...IF_ANY },
    ofGuests: { of: count(({ people }) => people.ofGuests), ...PART, ...IF_ANY },
    absent: { of: count(({ people }) => people.absent) },
  },
  members: {
    membersCame: { of: count((_figures, { memberIds }) => memberIds.length), ...SUM },
    gold: { of: ({ tiers }) => tierCount(tiers?.gold), ...PART },
    silver: { of: ({ tiers }) => tierCount(tiers?.silver), ...PART },
    firstTimers: { of: count((_figures, { firstTimers }) => firstTimers) },
    newMembers: { of: count(({ newMembers }) => newMembers) },
  },
  costs: {
    typed: { of: money(({ costs }) => costs.typedMinor) },
    prizes: { of: money(({ costs }) => costs.prizesMinor) },
    pointsGivenWorth: { of: money(({ costs }) => costs.pointsMinor) },
    costs: { of: money(({ costs }) => costs.allMinor), ...SUM },
    tickets: { of: money(({ income }) => income.ticketsMinor) },
    ticketsPaid: { of: money(({ income }) => income.paidMinor), ...PART, ...IF_ANY },
    ticketsBack: { of: money(({ income }) => -income.refundedMinor), ...PART, ...IF_ANY },
    ticketsOwed: { of: money(({ income }) => -income.owedBackMinor), ...PART, ...IF_ANY },
    ticketsOfAbsent: { of: money(({ income }) => income.ofAbsentMinor), ...PART, ...IF_ANY },
    pointsTakenWorth: { of: money(({ income }) => income.pointsMinor) },
    net: { of: money(({ netMinor }) => netMinor), ...SUM },
    perParty: { of: money(({ perPartyMinor }) => perPartyMinor), ...PART },
    perPerson: { of: money(({ perPersonMinor }) => perPersonMinor), ...PART },
  },
  points: {
    attendance: { of: points((figures) => figures.points.byKind.attendance), ...PART },
    contest: { of: points((figures) => figures.points.byKind.contest), ...PART },
    impact: { of: points((figures) => figures.points.byKind.impact), ...PART },
    survey: { of: points((figures) => figures.points.byKind.survey), ...PART },
    given: { of: points((figures) => figures.points.given), ...SUM },
    price: { of: points((figures) => figures.points.byKind.price), ...PART },
    deposit: { of: points((figures) => figures.points.byKind.deposit), ...PART },
    taken: { of: points((figures) => figures.points.taken), ...SUM },
  },
  liked: {
    asked: { of: count(({ liked }) => liked?.asked ?? 0) },
    answered: { of: count(({ liked }) => liked?.answered ?? 0) },
    average: { of: grade(5, ({ average }) => average), ...SUM },
    recommends: { of: grade(10, ({ recommends }) => recommends) },
  },
  together: {
    done: {
      of: ({ facts: { impact } }) =>
        impact && impact.amount > 0
          ? { as: "words", of: countedInBoth(impact.unit, impact.amount) }
          : { as: "none" },
      ...IF_ANY,
    },
    contests: { of: count((_figures, { contests }) => contests.all), ...IF_ANY },
    published: { of: count((_figures, { contests }) => contests.published), ...PART, ...IF_ANY },
    entries: { of: count((_figures, { contests }) => contests.entries), ...PART, ...IF_ANY },
    pieces: { of: count((_figures, { prizes }) => prizes.pieces), ...IF_ANY },
    inWords: { of: count((_figures, { prizes }) => prizes.inWords), ...IF_ANY },
    pictures: { of: count((_figures, { album }) => album?.pictures ?? 0), ...IF_ANY },
    families: { of: count((_figures, { album }) => album?.families ?? 0), ...PART, ...IF_ANY },
    objections: { of: count((_figures, { album }) => album?.objections ?? 0), ...PART, ...IF_ANY },
  },
} satisfies Record<string, Record<string, Spec>>;

const tierCount = (of: number | undefined): Value =>
  of === undefined ? { as: "none" } : { as: "count", of };

export type SectionKey = keyof typeof SPECS;
type KeysOf<Section> = Section extends Section ? keyof Section : never;
export type LineKey = KeysOf<(typeof SPECS)[SectionKey]>;

/** A figure with that of the event before. */
export type Line = {
  /** Of a line that has a name of the event's own: an age group, a cost. */
  label: LineKey | InBoth;
  value: Value;
  /** Null where there is no event before, or nothing to compare with. */
  before: Value | null;
  isPart: boolean;
  isSum: boolean;
};
export type Section = { key: SectionKey; lines: Line[] };

/** The report in lines, beside the event before where there is one. */
export function sectionsOf(report: Reported, before: Reported | null): Section[] {
  return Object.entries(SPECS).map(([key, specs]) => ({
    key: key as SectionKey,
    lines: Object.entries(specs as Record<LineKey, Spec>).flatMap(([label, spec]): Line[] => {
      const [value, earlier] = [spec.of(report), before && spec.of(before)];
      const own = label === "children" ? bracketLines(report) : [];
      if (spec.ifAny && isNothing(value) && (!earlier || isNothing(earlier))) return own;
      const line: Line = {
        ...{ label: label as LineKey, value, before: earlier },
        ...{ isPart: spec.part === true, isSum: spec.sum === true },
      };
      return [line, ...own];
    }),
  }));
}

const bracketLines = ({ facts, figures }: Reported): Line[] =>
  facts.brackets.map(({ key, name }) => ({
    ...{ label: name, value: { as: "count", of: figures.people.brackets.get(key) ?? 0 } },
    ...{ before: null, isPart: true, isSum: false },
  }));

function isNothing(value: Value): boolean {
  if (value.as === "money") return value.minor === 0;
  if (value.as === "count" || value.as === "points") return value.of === 0;
  return value.as === "none";
}

/** The few that a manager looks at first. */
export const headlines = [
  "peopleCame",
  "came",
  "noShow",
  "newMembers",
  "net",
  "perPerson",
  "average",
] as const satisfies LineKey[];

/** These lines of a report, in their order. */
export const headlinesOf = (sections: readonly Section[]): Line[] =>
  headlines.flatMap((key) =>
    sections.flatMap(({ lines }) => lines.filter(({ label }) => label === key)),
  );
