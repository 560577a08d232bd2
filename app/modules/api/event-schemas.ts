import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { instant, languages, note, well } from "./schema-parts.ts";

const key = z.string().regex(/^[a-z0-9]{1,24}$/);
const count = z.int().min(0);

const eventPrice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("free") }),
  z.strictObject({ kind: z.literal("points"), points: count, per: z.enum(["party", "person"]) }),
  z
    .strictObject({ kind: z.literal("deposit"), points: count })
    .meta({ description: "Points that are held, and given back to who comes." }),
  z.strictObject({
    kind: z.literal("money"),
    money_minor: count,
    currency: z.string(),
    per: z.enum(["party", "person"]),
  }),
]);

const question = z.strictObject({
  key,
  kind: z.enum(["text", "choice", "number", "date"]),
  of: z.enum(["party", "adult", "child"]),
  label: languages,
  options: z.array(z.strictObject({ key, label: languages })),
  required: z.boolean(),
  only_if: z
    .strictObject({ question: key, option: key })
    .nullable()
    .meta({ description: "Asked only where another one was answered so." }),
});

/** An event as members see it at this moment. */
const eventAnswer = z.strictObject({
  id: z.int(),
  slug: z.string(),
  version: z.int().meta({ description: "Goes up with every change; sent back by who registers." }),
  kind: z.string(),
  phase: z.enum(["announced", "open", "closed", "running", "finished", "cancelled"]),
  title: languages,
  summary: languages,
  starts_at: instant,
  ends_at: instant,
  undecided: z
    .strictObject({
      decided_by: instant.meta({ description: "The club's word: it may pass undecided." }),
      reason: languages,
    })
    .nullable()
    .meta({ description: "It is open whether it takes place, as in bad weather; null otherwise." }),
  place: languages,
  address: languages,
  price: eventPrice,
  gold_only: z.boolean(),
  opens_at: instant.meta({ description: "From then on everybody may register." }),
  opens_for_gold_at: instant,
  closes_at: instant,
  full: z.boolean().meta({ description: "Not even the smallest party would get places now." }),
  limits: z.array(
    z.strictObject({
      key,
      unit: z.enum(["people", "adults", "children", "drivers", "parties", "cars"]),
      session: key.nullable(),
      bracket: key.nullable(),
      most: count,
      free: count,
    }),
  ),
  sessions: z.array(z.strictObject({ key, name: languages, starts_at: instant, ends_at: instant })),
  brackets: z.array(z.strictObject({ key, name: languages, age_from: z.int(), age_to: z.int() })),
  questions: z.array(question),
  agreements: z.array(z.strictObject({ key, version: z.int(), name: languages, text: languages })),
  consents: z.array(z.enum(["taking_part", "photographs", "artwork"])).meta({
    description: "What a guardian agrees to for a child, each by itself.",
  }),
});
export type ApiEvent = z.output<typeof eventAnswer>;

export const eventsAnswer = z.strictObject({
  events: z.array(eventAnswer),
  later_after: z
    .int()
    .nullable()
    .meta({ description: "For the query parameter `after` of the next page; null on the last." }),
});
export type EventsAnswer = z.output<typeof eventsAnswer>;

const answers = z
  .record(key, well(500))
  .default({})
  .meta({ description: "By the question's key: of a choice its option's key." });

const person = z.strictObject({
  role: z.enum(["adult", "child"]),
  name: well(80),
  birth_date: z.iso.date().nullish(),
  phone: well(40).nullish(),
  is_member: z.boolean().default(false),
  drives: z.boolean().default(false),
  in_fewer: z
    .boolean()
    .default(false)
    .meta({ description: "Would come also where others of the party find no place." }),
  answers,
  consents: z.array(z.enum(["taking_part", "photographs", "artwork"])).default([]),
  allergies: note(300),
});

const party = z.strictObject({
  session: key.nullish(),
  cars: z.int().min(0).max(10).default(0),
  car_plate: well(20).nullish(),
  phone: well(40).nullish(),
  answers,
  agreed: z
    .record(key, z.int())
    .default({})
    .meta({ description: "The versions that were agreed to, by the agreement's key." }),
  emergency: z.strictObject({ name: well(80), phone: well(40), collectors: note(300) }).nullish(),
});
export type ApiParty = z.output<typeof party>;

const ifFull = z
  .enum(["wait", "refuse"])
  .default("wait")
  .meta({ description: "wait: who finds no place joins the line." });

/** A party to register. */
export const registrationRequest = party.extend({
  member_number: well(20),
  version: z.int().min(0).max(MOST_ROW_ID).nullish().meta({
    description: "Of the event as the member saw it: refused where time or place moved since.",
  }),
  people: z.array(person).min(1).max(20),
  if_full: ifFull,
});
export type ApiRegistrationRequest = z.output<typeof registrationRequest>;

/** A party as it is to be. Whoever was in it and is not named any more comes no more. */
export const registrationChange = party.extend({
  revision: z.int().meta({
    description: "Of the registration as it was read: refused where somebody changed it since.",
  }),
  people: z
    .array(
      person.extend({
        id: z.int().nullish().meta({ description: "Who of those in it; none for somebody new." }),
      }),
    )
    .min(1)
    .max(20),
  if_full: ifFull,
});
export type ApiRegistrationChange = z.output<typeof registrationChange>;
export type ApiPerson = z.output<typeof person>;

/** A party as it stands. */
export const registrationAnswer = z.strictObject({
  id: z.int(),
  event_id: z.int(),
  member_number: z.string().nullable(),
  state: z.enum(["registered", "waiting", "cancelled", "left", "closed"]),
  code: z.string().nullable().meta({
    description: "What is typed at the entrance; null without the scope codes:read.",
  }),
  revision: z.int().meta({ description: "Goes up with whatever happens to it." }),
  session: key.nullable(),
  cars: count,
  points: count.meta({ description: "Paid or held for it." }),
  money_minor: count,
  people: z.array(
    z.strictObject({
      id: z.int(),
      role: z.enum(["adult", "child"]),
      name: z.string(),
      bracket: key.nullable(),
      state: z.enum(["coming", "waiting", "out"]),
    }),
  ),
  created_at: instant,
});
export type ApiRegistration = z.output<typeof registrationAnswer>;

/** Why nobody is registered. */
export const registrationRefusals = [
  "cancelled",
  "finished",
  "not-yet",
  "closed",
  "gold-only",
  "programme",
  "store",
  "not-active",
  "no-such-car",
  "account-closed",
  "party",
  "already-registered",
  "event-changed",
  "price-changed",
  "child-registered",
  "full",
  "too-big",
  "too-few-points",
] as const;

/** What was seen at a gate, the earliest first. */
export const checkInRequest = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        id: z
          .uuid()
          .meta({ description: "Made by the sender: the same mark sent again is the same." }),
        kind: z.enum(["in", "out"]),
        code: well(200).meta({
          description: "What was read: a party's QR, or its six characters.",
        }),
        person_id: z
          .int()
          .positive()
          .max(MOST_ROW_ID)
          .nullish()
          .meta({ description: "Who of the party; none where that was not seen." }),
        people: z.int().min(1).max(50).default(1).meta({
          description: "How many came, where nobody of them is named.",
        }),
        at: instant.refine((at) => at >= "2000", "is before there was a club"),
      }),
    )
    .min(1)
    .max(60),
  gate: well(60),
});
export type ApiCheckIn = z.output<typeof checkInRequest>;

export const checkInAnswer = z.strictObject({
  marks: z.array(
    z.strictObject({
      id: z.uuid(),
      answer: z.enum(["recorded", "no-place", "other-event", "provisional"]).meta({
        description:
          "All are kept. no-place: the party is cancelled or waits. provisional: nobody was found for what was read.",
      }),
      already: z.boolean().meta({ description: "It had arrived before." }),
    }),
  ),
});

/** Why a registration is not changed. */
export const changeRefusals = [
  "ended",
  "event-cancelled",
  "begun",
  "being-paid",
  "changed-meanwhile",
  "answer-offer-first",
  "closed",
  "party",
  "child-registered",
  "full",
  "too-big",
  "too-few-points",
] as const;
