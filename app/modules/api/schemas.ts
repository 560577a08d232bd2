import { z } from "zod";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";

/** Half of a character pair is no text: the database could not keep it. */
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cs}\uFFFD]*$/u, "is not well-formed text, or has lost a character");
const minor = z
  .int()
  .min(0)
  .max(1_000_000_000)
  .meta({ description: "In the currency's minor unit, such as fen; never negative." });

/** What a workshop's system says of one order. */
export const serviceOrderRequest = z.strictObject({
  store: text(80).meta({
    description:
      "Store, order number and car together name the order; where they leave a doubt, the club is asked and the order refused as number_of_another_car.",
  }),
  order_number: text(64),
  record: z.enum(["order", "correction", "cancellation"]).default("order").meta({
    description:
      "A correction outranks the order it corrects, whichever comes first. A cancellation of the whole is final; one of less is a partial refund, and the points of that part go.",
  }),
  settled_at: text(40).meta({
    description:
      "ISO 8601 with an offset, or a day of the club (YYYY-MM-DD), which counts as its first instant.",
    examples: ["2026-11-20T15:30:00+08:00", "2026-11-20"],
  }),
  vin: text(40).nullish().meta({
    description:
      "ISO 3779. One of North America or China whose check digit is wrong is noted and left out; elsewhere a VIN without a check digit that holds is noted, and the plate counts where there is one.",
  }),
  plate: text(40).nullish().meta({ description: "In any spelling; used where there is no VIN." }),
  model: text(80).nullish(),
  odometer_km: z.int().min(0).max(2_000_000).nullish(),
  kind: z.enum(workKinds),
  labour_minor: minor.default(0),
  parts_minor: minor.default(0),
  discount_minor: minor.default(0),
  paid_minor: minor.meta({
    description:
      "labour + parts − discount, in the minor unit, or rounded down by less than 1.00, or to tens by less than 10.00.",
  }),
  payer: z.enum(["owner", "on-account", "someone-else"]).meta({
    description: "on-account: the points wait until a correction says that the owner has paid.",
  }),
});

export type ServiceOrderRequest = z.output<typeof serviceOrderRequest>;

const memberNumber = z.string().regex(/^M\d{8}$/);
const day = z.iso.date();

/** What became of an order that was taken. */
export const serviceOrderAnswer = z.strictObject({
  outcome: z.enum(["new", "unchanged", "corrected", "reversed"]),
  store: z.string(),
  order_number: z.string(),
  member_number: memberNumber
    .nullable()
    .meta({ description: "Whose order it is; null while no member holds the car." }),
  points: z.int().meta({
    description: "Points added by this call, or taken back when negative, over all members.",
  }),
  pending: z.boolean().meta({ description: "The points wait until the account is settled." }),
  notes: z
    .array(z.string())
    .meta({ description: "What somebody should look at, such as vin_wrong_check_digit." }),
});

export type ServiceOrderAnswer = z.output<typeof serviceOrderAnswer>;

/** A member's points by the clock. */
export const balanceAnswer = z.strictObject({
  member_number: memberNumber,
  tier: z.enum(["silver", "gold"]),
  tier_until: day.nullable().meta({ description: "The last day of gold; null for silver." }),
  available: z.int(),
  pending: z.int(),
  held: z.int().meta({ description: "Set aside, such as for an event; not available." }),
  debt: z.int().meta({ description: "Taken back after it was spent; the next points repay it." }),
  status_points_12m: z.int(),
  next_lapse: z
    .strictObject({
      on: day.meta({ description: "The last day they can be used." }),
      points: z.int(),
    })
    .nullable(),
  as_of: z.iso.datetime(),
});

export type BalanceAnswer = z.output<typeof balanceAnswer>;

/** Every error, as RFC 9457 has it. */
export const problemAnswer = z.strictObject({
  type: z.string().meta({ description: "Names the problem; see the titles for what there is." }),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.strictObject({
        at: z.string().meta({ description: "JSON Pointer into the body." }),
        message: z.string(),
      }),
    )
    .optional(),
  reason: z
    .string()
    .optional()
    .meta({ description: "Why an order was not taken, as in the report of an import." }),
});
