import { z } from "zod";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { readCarNames } from "./car-names.ts";

/** What people type about cars. Errors are keys of messages, put into words by the page. */
const text = z.string().max(200, { error: "car.error.none" }).optional().default("");

/** Plate, VIN and model as a form has them; `readNames` reads the first two. */
export const carFields = {
  plate: text,
  vin: text,
  model: z
    .string()
    .overwrite(typedText)
    .max(80, { error: "car.error.model" })
    .optional()
    .transform((model) => model || null),
};

/** VIN and plate are read together: one of them has to be there. */
export function readNames(typed: { vin: string; plate: string }, context: z.RefinementCtx) {
  const reading = readCarNames(typed);
  if (reading.ok) return reading.names;
  const { field, problem } = reading;
  const message =
    problem === "none"
      ? "car.error.none"
      : `car.error.${field}.${problem === "check-digit" ? "check" : "malformed"}`;
  context.addIssue({ code: "custom", path: [field], message });
  return z.NEVER;
}

/** An owner's car. `step` tells which button was pressed once a proof was asked for. */
export const CarForm = z
  .object({
    ...carFields,
    orderNumber: text,
    step: z.enum(["add", "prove", "desk"]).catch("add"),
  })
  .transform(({ model, orderNumber, step, ...typed }, context) => {
    const names = readNames(typed, context);
    const number = readOrderNumber(orderNumber);
    if (step === "prove" && number === null) {
      context.addIssue({ code: "custom", path: ["orderNumber"], message: "car.error.order" });
    }
    return { ...names, model, orderNumber: number, asksDesk: step === "desk" };
  });

const day = z
  .string({ error: "car.error.day" })
  .refine((typed) => parseDay(typed) !== null, { error: "car.error.day" });

export const SoldForm = z.object({ day });

const km = z
  .string({ error: "car.odo.error.km" })
  .transform((typed) => typed.normalize("NFKC").replace(/[\s,]|km|公里/gi, ""))
  .pipe(z.string().regex(/^\d{1,7}$/, { error: "car.odo.error.km" }))
  .transform(Number)
  .pipe(z.number().max(2_000_000, { error: "car.odo.error.km" }));

export const ReadingForm = z.object({ km, day, sure: z.literal("on").optional() });

/** A reading of one's own that was a mistake. */
export const VoidReadingForm = z.object({
  void: RowId,
  reason: typedReason(),
});

export const InviteForm = z.object({
  whom: z
    .string({ error: "car.drivers.error.whom" })
    .overwrite(typedText)
    .min(3, { error: "car.drivers.error.whom" })
    .max(254, { error: "car.drivers.error.whom" }),
});

export const GrantForm = z.object({ since: day });
export const RefuseForm = z.object({
  reason: typedReason(),
});

export const DeskCarForm = z
  .object({ ...carFields, papers: z.literal("on", { error: "deskCars.member.papersError" }) })
  .transform(({ model, papers, ...typed }, context) => ({
    ...readNames(typed, context),
    model,
  }));

export const DeskEndForm = z.object({
  car: RowId,
  day,
  cause: z.enum(["sold", "given-up"], { error: "deskCars.choose" }),
});
