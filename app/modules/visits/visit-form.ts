import { z } from "zod";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { isPaidSum, readAmount } from "#app/modules/service/amount.ts";
import { readOdometer } from "#app/modules/vehicle/odometer.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { OptionalRowId, RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** Who can have paid an invoice that somebody at the desk holds in their hand. */
export const VISIT_PAYERS = ["owner", "on-account", "someone-else"] as const;

/** A field that may stay empty, read by a reader of exports; what it cannot read has an error. */
const read = <Value>(reader: (text: string) => Value | null, error: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): Value | null => {
      if (typed === undefined || typed.trim() === "") return null;
      const value = reader(typed);
      if (value === null) context.addIssue({ code: "custom", message: error });
      return value;
    });

/** Money on an invoice at the desk: nobody is paid for coming. */
const money = read((text) => {
  const minor = readAmount(text);
  return minor === null || minor < 0 ? null : minor;
}, "desk.visit.error.amount");

/** A visit as the desk writes it down. Errors are keys of messages. */
export const VisitForm = z
  .object({
    requestKey: z.uuid({ error: "desk.visit.error.stale" }),
    store: RowId.catch(0),
    day: z
      .string({ error: "desk.visit.error.day" })
      .transform((text): Day | null => parseDay(text.trim()))
      .pipe(z.string({ error: "desk.visit.error.day" })),
    /** Empty for a visit without a car that the club knows. */
    car: OptionalRowId,
    odometer: read(readOdometer, "desk.visit.error.odometer"),
    odometerSure: z.literal("on").optional(),
    orderNumber: read(readOrderNumber, "desk.visit.error.orderNumber"),
    note: z.string().overwrite(typedText).max(500, { error: "desk.visit.error.note" }).optional(),
    settled: z.literal("on").optional(),
    kind: z.enum(workKinds).nullable().catch(null),
    payer: z.enum(VISIT_PAYERS).nullable().catch(null),
    paid: money,
    labour: money,
    parts: money,
    discount: money,
  })
  .superRefine((visit, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!visit.settled) return;
    if (visit.orderNumber === null) wrong("orderNumber", "desk.visit.error.orderNumberNeeded");
    if (visit.car === null) wrong("car", "desk.visit.error.carNeeded");
    if (visit.kind === null) wrong("kind", "desk.visit.error.kindNeeded");
    if (visit.payer === null) wrong("payer", "desk.visit.error.payerNeeded");
    if (visit.paid === null) wrong("paid", "desk.visit.error.paidNeeded");
    else if (isItemised(visit) && !isPaidSum(visit.paid, sumOf(visit))) {
      wrong("paid", "desk.visit.error.sum");
    }
  });

/** Why a visit was a mistake. */
export const VoidVisitForm = z.object({
  reason: typedReason(),
});

export type VisitTyped = z.output<typeof VisitForm>;

type Items = Pick<VisitTyped, "labour" | "parts" | "discount">;

/** Whether the invoice's parts were typed beside its sum. */
export const isItemised = ({ labour, parts, discount }: Items): boolean =>
  labour !== null || parts !== null || discount !== null;

const sumOf = ({ labour, parts, discount }: Items) =>
  (labour ?? 0) + (parts ?? 0) - (discount ?? 0);
