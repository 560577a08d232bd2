/**
 * An event as its form has it: texts as somebody typed them, finished or not. A draft is kept so, and a published
 * event is changed through it; `read-typed-event.ts` makes a plan of it.
 */

/** Everything of which there is one. Whatever is a tick is `on` or nothing. */
export const eventFields = [
  "kind",
  "titleEn",
  "titleZh",
  "summaryEn",
  "summaryZh",
  "aboutEn",
  "aboutZh",
  "programmeEn",
  "programmeZh",
  "givesEn",
  "givesZh",
  "drawing",
  "coverId",
  "startsAt",
  "endsAt",
  "placeEn",
  "placeZh",
  "addressEn",
  "addressZh",
  "mapUrl",
  "organiserEn",
  "organiserZh",
  "contactPhone",
  "contactEmail",
  "goldOnly",
  "activeWithinMonths",
  "carModels",
  "ageMin",
  "adultsMin",
  "adultsMax",
  "childrenMin",
  "childrenMax",
  "childrenPerAdult",
  "adultsOnly",
  "companionPhone",
  "carRequired",
  "licenceRequired",
  "care",
  "priceKind",
  "points",
  "money",
  "per",
  "opensAt",
  "closesAt",
  "goldHoursEarlier",
  "freeUntil",
  "waitlist",
  "offerHours",
  "waitlistHoursBefore",
  "attendancePoints",
  "impactPer",
  "impactUnit",
  "impactOneEn",
  "impactEn",
  "impactZh",
  "impactPoints",
] as const;
export type EventField = (typeof eventFields)[number];

/** Of which several can be chosen. */
export const eventChoices = ["programmes", "storeIds", "consents"] as const;
export type EventChoice = (typeof eventChoices)[number];

/** The tables of the form, each with what a row of it has; the key of a row stays while its words change. */
export const eventLists = {
  sessions: ["key", "nameEn", "nameZh", "startsAt", "endsAt"],
  brackets: ["key", "nameEn", "nameZh", "ageFrom", "ageTo"],
  limits: ["key", "unit", "session", "bracket", "most"],
  questions: ["key", "kind", "of", "labelEn", "labelZh", "required", "onlyIf", "retired"],
  agreements: ["key", "nameEn", "nameZh", "textEn", "textZh"],
} as const;
export type EventList = keyof typeof eventLists;
export const optionFields = ["key", "labelEn", "labelZh"] as const;

/** No form is longer; what is beyond is not looked at. */
export const MOST_ROWS: Record<EventList, number> = {
  sessions: 12,
  brackets: 12,
  limits: 24,
  questions: 20,
  agreements: 6,
};
export const MOST_OPTIONS = 12;

export type TypedRow<List extends EventList> = Record<(typeof eventLists)[List][number], string>;
export type TypedOption = Record<(typeof optionFields)[number], string>;
export type TypedQuestion = TypedRow<"questions"> & { options: TypedOption[] };

export type TypedEvent = Record<EventField, string> &
  Record<EventChoice, string[]> & {
    sessions: TypedRow<"sessions">[];
    brackets: TypedRow<"brackets">[];
    limits: TypedRow<"limits">[];
    questions: TypedQuestion[];
    agreements: TypedRow<"agreements">[];
  };

/** What the form of an event begins with that nothing is known of. */
export const emptyEvent: TypedEvent = {
  ...(Object.fromEntries(eventFields.map((field) => [field, ""])) as Record<EventField, string>),
  kind: "other",
  adultsMin: "1",
  adultsMax: "2",
  childrenMin: "0",
  childrenMax: "0",
  priceKind: "free",
  per: "party",
  goldHoursEarlier: "48",
  waitlist: "on",
  offerHours: "24",
  waitlistHoursBefore: "3",
  attendancePoints: "50",
  programmes: [],
  storeIds: [],
  consents: [],
  sessions: [],
  brackets: [],
  limits: [],
  questions: [],
  agreements: [],
};

/**
 * A draft as it is kept, filled up with what its form has since: a field that came later is as empty as in a new
 * event.
 */
export function typedFrom(kept: unknown): TypedEvent {
  const given = (kept ?? {}) as Partial<TypedEvent>;
  return { ...emptyEvent, ...given };
}

/** The moments of an event that depend on its beginning, beside those of its sessions. */
export const dependentMoments = ["endsAt", "opensAt", "closesAt", "freeUntil"] as const;

/** The dates of a form, as texts. */
export type TypedDates = Pick<TypedEvent, "startsAt" | (typeof dependentMoments)[number]> & {
  sessions: Pick<TypedRow<"sessions">, "key" | "startsAt" | "endsAt">[];
};

/** Dates that go with the beginning among them. */
export type DatesBefore = TypedDates & {
  /** They are another event's: they are filled in where the form says nothing. */
  fills: boolean;
};

export const datesOf = (typed: TypedDates): TypedDates => ({
  startsAt: typed.startsAt,
  endsAt: typed.endsAt,
  opensAt: typed.opensAt,
  closesAt: typed.closesAt,
  freeUntil: typed.freeUntil,
  sessions: typed.sessions.map(({ key, startsAt, endsAt }) => ({ key, startsAt, endsAt })),
});

/** A key that no row of these has yet: `s1`, `s2`, … */
export function nextKey(prefix: string, rows: readonly { key: string }[]): string {
  const taken = rows.map(({ key }) => Number(/^[a-z]+(\d+)$/.exec(key)?.[1] ?? 0));
  return `${prefix}${Math.max(0, ...taken) + 1}`;
}

/** The answers that a question can depend on: of choices above it that are asked of the same. */
export function optionsBefore(
  { questions }: TypedEvent,
  index: number,
): { value: string; question: TypedQuestion; option: TypedOption }[] {
  const of = questions[index]?.of;
  return questions
    .slice(0, index)
    .filter((question) => question.kind === "choice" && question.of === of && !question.retired)
    .flatMap((question) =>
      question.options.map((option) => ({
        value: `${question.key}:${option.key}`,
        question,
        option,
      })),
    );
}

/** Fields and tables that are otherwise in one than in the other. */
export function fieldsThatDiffer(
  one: TypedEvent,
  other: TypedEvent,
): (EventField | EventChoice | EventList)[] {
  const names = [...eventFields, ...eventChoices, ...(Object.keys(eventLists) as EventList[])];
  return names.filter((name) => inOrder(one[name]) !== inOrder(other[name]));
}

/** As text, with the fields of rows in one order: the database keeps them in its own. */
const inOrder = (value: TypedEvent[keyof TypedEvent]): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
