import { z } from "zod";
import { instant, note, well } from "./schema-parts.ts";

export const leadStages = [
  "submitted",
  "accepted",
  "contacted",
  "visited",
  "test-drive",
  "ordered",
  "delivered",
] as const;

export const leadEndings = ["declined", "lost", "withdrawn", "merged"] as const;

/** How a lead came in: typed by its referrer, by the friend on the referrer's link, at the desk, over the API. */
export const leadSources = ["form", "link", "desk", "api"] as const;

const lossReasons = [
  "bought-elsewhere",
  "too-expensive",
  "no-need",
  "not-reached",
  "sale-cancelled",
  "other",
] as const;

const declineReasons = ["known", "not-reached", "not-interested", "elsewhere", "unfit"] as const;

/** Why a lead is not taken. */
export const leadRefusals = ["yourself", "household", "known", "already-yours"] as const;

/** Why one is not moved. */
export const leadMoveRefusals = [
  "ended",
  "there",
  "accepted",
  "not-accepted",
  "delivered",
  "no-reason",
  "in-review",
  "over",
  "held-by-another",
  "not-confirmed",
] as const;

/** A friend whom somebody recommends. */
export const leadRequest = z.strictObject({
  referrer: z
    .union([
      z.strictObject({ member_number: well(20) }),
      z.strictObject({ code: well(20).meta({ description: "The referrer's short code." }) }),
    ])
    .meta({ description: "Who recommends them." }),
  friend: z.strictObject({
    name: well(80),
    phone: well(40),
    email: z.email().max(254).nullish(),
    locale: z.enum(["en", "zh-CN"]).default("zh-CN"),
    model: note(120).meta({ description: "What they are interested in." }),
    note: note(500),
  }),
  consented: z
    .literal(true)
    .meta({ description: "The friend agreed to be called. Who did not is not handed in." }),
  store: well(120).nullish().meta({ description: "The store's name, where it is known." }),
});

const reason = z.enum(lossReasons);

/** Where a lead stands now, as the dealership's system has it: one of three. */
export const leadChange = z.union([
  z.strictObject({
    stage: z.enum(leadStages).exclude(["submitted"]),
    reason: reason.nullish().meta({ description: "Needed where it goes back." }),
  }),
  z.strictObject({ ended: z.literal("lost"), reason }),
  z.strictObject({ ended: z.literal("declined"), reason: z.enum(declineReasons) }),
  z
    .strictObject({ ended: z.null() })
    .meta({ description: "Found again: it goes on from where it was." }),
]);

/** A lead as it stands. Never a phone, and a name only as long as the friend has not asked to be forgotten. */
export const leadAnswer = z.strictObject({
  id: z.int(),
  referrer: z.strictObject({ member_number: z.string().nullable() }).nullable(),
  friend_name: z.string().nullable(),
  model: z.string(),
  consultant: z
    .strictObject({ name: z.string(), email: z.string().nullable() })
    .nullable()
    .meta({ description: "Who of the dealership works with it." }),
  stage: z.enum(leadStages),
  ended: z.enum(leadEndings).nullable(),
  end_reason: z.string().nullable(),
  in_review: z.boolean(),
  call_by: instant
    .nullable()
    .meta({ description: "By when the next step is to be done, in the store's working time." }),
  held_until: instant.meta({ description: "From then on somebody else may recommend them." }),
  rewards: z
    .array(
      z.strictObject({
        stage: z.enum(["accepted", "test-drive", "delivered", "welcome"]),
        points: z.int().min(0),
        available_at: instant.nullable(),
        not_given: z.enum(["month-full", "staff", "yourself", "household", "left"]).nullable(),
      }),
    )
    .meta({ description: "What it brought that stands." }),
  created_at: instant,
});

export type ApiLeadRequest = z.output<typeof leadRequest>;
export type ApiLeadChange = z.output<typeof leadChange>;
export type ApiLead = z.output<typeof leadAnswer>;
