import { z } from "zod";

/** What the club holds (product.md, "Events"). */
export const eventKinds = [
  "drawing-contest",
  "tree-planting",
  "charity-drive",
  "driving-camp",
  "class",
  "tasting",
  "seminar",
  "lucky-draw",
  "outing",
  "other",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What a guardian agrees to for a child, each by itself. */
export const childConsents = ["taking_part", "photographs", "artwork"] as const;
export type ChildConsent = (typeof childConsents)[number];

/** A name for a session, a bracket, a question…: it stays while the words about it change. */
const Key = z.string().regex(/^[a-z0-9]{1,24}$/);
const InBoth = z.object({ en: z.string(), zh: z.string() });
const Count = z.int().min(0).max(100_000);
const Age = z.int().min(0).max(120);

/** A part of the event that a party chooses, such as the morning. */
const Session = z.object({
  key: Key,
  name: InBoth,
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
});

/** Children between two ages, both included, by their age on the event's day. */
const Bracket = z.object({ key: Key, name: InBoth, ageFrom: Age, ageTo: Age });

/** What a limit counts: parties, their cars, or of their people all or some. */
export const limitUnits = ["people", "adults", "children", "drivers", "parties", "cars"] as const;
export type LimitUnit = (typeof limitUnits)[number];

/**
 * At most so many, of those in a session or a bracket or of all. An event's limits are one table, from which seats,
 * the line and what is said about both follow.
 */
const Limit = z.object({
  key: Key,
  unit: z.enum(limitUnits),
  /** Only what comes to this session; null: to the event. */
  session: Key.nullable(),
  /** Only children of this bracket; null: whoever the unit means. */
  bracket: Key.nullable(),
  most: Count,
});

/** Something that is asked. One that has answers is retired, not taken away. */
const Question = z.object({
  key: Key,
  kind: z.enum(["text", "choice", "number", "date"]),
  of: z.enum(["party", "adult", "child"]),
  label: InBoth,
  /** Of a choice. */
  options: z.array(z.object({ key: Key, label: InBoth })),
  required: z.boolean(),
  /** Asked only where another, a choice asked of the same, was answered so. */
  onlyIf: z.object({ question: Key, option: Key }).nullable(),
  retired: z.boolean(),
});

/** Words that must be agreed to, such as a waiver; the version goes up when they change. */
const Agreement = z.object({ key: Key, name: InBoth, text: InBoth, version: z.int().min(1) });

/** What coming costs. A deposit is held in points and given back to who came. */
const Price = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("free") }),
  z.object({ kind: z.literal("points"), points: z.int().min(1), per: z.enum(["party", "person"]) }),
  z.object({ kind: z.literal("deposit"), points: z.int().min(1) }),
  z.object({
    kind: z.literal("money"),
    /** In the smallest unit of the currency. */
    minor: z.int().min(1),
    /** ISO 4217. */
    currency: z.string(),
    per: z.enum(["party", "person"]),
  }),
]);

/**
 * An event as it holds: everything that pages, the registry and the day itself read. It is kept as JSON, one a
 * version; {@link readPlan} gives it back. Texts are in both languages; either may be empty where it says so in the
 * checklist.
 */
const Plan = z.object({
  kind: z.enum(eventKinds),
  title: InBoth,
  /** One or two sentences, for lists and shared links. */
  summary: InBoth,
  about: InBoth,
  programme: InBoth,
  /** What everybody gets. */
  gives: InBoth,
  /** A drawing's name, or the picture that was put up instead. */
  drawing: z.string(),
  coverId: z.int().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  place: InBoth,
  address: InBoth,
  mapUrl: z.string().nullable(),
  organiser: InBoth,
  contactPhone: z.string(),
  contactEmail: z.string(),
  sessions: z.array(Session),
  brackets: z.array(Bracket),
  limits: z.array(Limit),
  party: z.object({
    adultsMin: Count,
    adultsMax: Count,
    /** At least one where children must come. */
    childrenMin: Count,
    childrenMax: Count,
    /** At most so many children to an adult; null: however many. */
    childrenPerAdult: z.int().min(1).nullable(),
    adultsOnly: z.boolean(),
    /** Adults who come along leave a phone number. */
    companionPhone: z.boolean(),
    /** They come by car; the cars are counted. */
    carRequired: z.boolean(),
    /** Who of the adults drives is said, and that they have a licence. */
    licenceRequired: z.boolean(),
    /** Who to call, what children must not eat, who may take them home. */
    care: z.boolean(),
  }),
  /** Who may come; an empty list is everybody. All that is said must hold. */
  eligible: z.object({
    goldOnly: z.boolean(),
    programmes: z.array(z.string()),
    storeIds: z.array(z.int()),
    /** Had service, or bought a car, within so many months before registering. */
    activeWithinMonths: z.int().min(1).nullable(),
    /** Words of which one is in the name of a car of theirs. */
    carModels: z.array(z.string()),
    /** Of the member, on the event's day. */
    ageMin: Age.nullable(),
  }),
  questions: z.array(Question),
  agreements: z.array(Agreement),
  consents: z.array(z.enum(childConsents)),
  price: Price,
  opensAt: z.coerce.date(),
  closesAt: z.coerce.date(),
  /** Gold may register so many hours before everybody. */
  goldHoursEarlier: Count,
  /** Until then what was paid goes back to who cancels. */
  freeUntil: z.coerce.date(),
  waitlist: z.object({
    open: z.boolean(),
    /** How long an offer holds its places. */
    offerHours: z.int().min(1).max(168),
    /** The line ends so many hours before the event. */
    closesHoursBefore: Count,
  }),
  /** For coming, to the member of a party; 0 for none. */
  attendancePoints: Count,
  /** What is counted of what was done together, such as trees planted; null for none. */
  impact: z
    .object({
      /** Of several, as it follows a number. */
      unit: InBoth,
      /** Of one, in English; plans from before it was asked have none. */
      one: z.string().default(""),
      /** Among what the club counts (`impact-units`); null: whatever has these words. */
      key: Key.nullable().default(null),
      per: z.enum(["party", "person"]),
      /** For each that was counted, to the member of its party. */
      pointsPerUnit: Count.default(0),
    })
    .nullable(),
});
export type EventPlan = z.output<typeof Plan>;
export type EventSession = EventPlan["sessions"][number];
export type EventBracket = EventPlan["brackets"][number];
export type EventLimit = EventPlan["limits"][number];
export type EventQuestion = EventPlan["questions"][number];
export type EventAgreement = EventPlan["agreements"][number];
export type EventPrice = EventPlan["price"];

/**
 * Reads a plan as it is kept.
 *
 * @throws ZodError when it is none: only what {@link writePlan} gave is kept.
 */
export const readPlan = (kept: unknown): EventPlan => Plan.parse(kept);

/** How a plan is kept: as JSON, with instants as texts. */
export const writePlan = (plan: EventPlan) => JSON.parse(JSON.stringify(Plan.parse(plan)));

/** When a party comes: as its session is, by the key of it, where it chose one; otherwise as the event is. */
export const timesFor = (
  plan: Pick<EventPlan, "sessions" | "startsAt" | "endsAt">,
  session: string | null,
): { startsAt: Date; endsAt: Date } => plan.sessions.find(({ key }) => key === session) ?? plan;

const ListedPlan = Plan.pick({
  kind: true,
  title: true,
  summary: true,
  drawing: true,
  coverId: true,
  startsAt: true,
  endsAt: true,
  place: true,
  sessions: true,
  brackets: true,
  limits: true,
  party: true,
  eligible: true,
  price: true,
  opensAt: true,
  closesAt: true,
  goldHoursEarlier: true,
  waitlist: true,
});

/** The same of what lists need: the long texts are not looked at. */
export const readListedPlan = (kept: unknown): z.output<typeof ListedPlan> =>
  ListedPlan.parse(kept);
