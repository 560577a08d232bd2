import { z } from "zod";
import { isBirthday } from "#app/modules/person/birthday.ts";
import { NAME_AT_MOST, readName } from "#app/modules/person/name.ts";
import { PHONE_COUNTRIES } from "#app/modules/person/phone-countries.ts";
import { readTypedPhone } from "#app/modules/person/typed-phone.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { cellLabel } from "#app/platform/cell-text.ts";
import { type NamedCar, readNamedCar } from "./named-car.ts";

const MODEL_AT_MOST = 80;
const TYPED_AT_MOST = 200;

/** What to do about a car that the workshop knows: show an invoice, let the desk see to it, or not now. */
const PROOFS = ["invoice", "desk", "later"] as const;
export type Proof = (typeof PROOFS)[number];

const CAR_ERRORS: Record<Extract<NamedCar, { ok: false }>["refusal"], string> = {
  "vin-check-digit": "join.error.vinCheckDigit",
  "vin-form": "join.error.vinForm",
  "vin-length": "join.error.vinLength",
  "plate-form": "join.error.plateForm",
};

const text = z.string().max(TYPED_AT_MOST, { error: "join.error.tooLong" }).default("");
const number = z.coerce.number().catch(Number.NaN).optional();
const ticked = z.literal("on").optional();

/**
 * What people type to join. Errors are keys of messages, put into words by the page. What is read
 * together is judged together, so that everything wrong is said at once.
 */
export const JoinForm = z
  .object({
    name: text,
    country: z.enum(PHONE_COUNTRIES).catch("+86"),
    phone: text,
    car: text,
    model: text,
    birthMonth: number,
    birthDay: number,
    terms: ticked,
    /** The version of the club's rules that the form led to. */
    rulesVersion: z.coerce.number().int().min(1).catch(1),
    serviceMessages: ticked,
    clubNews: ticked,
    photos: ticked,
    /** Only asked of a car that the workshop knows. */
    proof: z.enum(PROOFS).optional(),
    orderNumber: text,
  })
  .transform((typed, context) => {
    const wrong = (field: keyof typeof typed, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    const name = readName(typed.name) ?? "";
    if (name === "") wrong("name", "join.error.name");
    else if (Array.from(name).length > NAME_AT_MOST) wrong("name", "join.error.tooLong");
    const phone = readTypedPhone(typed.country, typed.phone);
    if (phone === null) wrong("phone", "join.error.phone");
    const named = readNamedCar(typed.car);
    if (!named.ok) wrong("car", CAR_ERRORS[named.refusal]);
    const { birthMonth: month, birthDay: day } = typed;
    const birthday = month === undefined || day === undefined ? null : { month, day };
    if (birthday ? !isBirthday(birthday) : month !== day) wrong("birthDay", "join.error.birthday");
    if (typed.terms !== "on") wrong("terms", "join.error.terms");
    const orderNumber = typed.proof === "invoice" ? readOrderNumber(typed.orderNumber) : null;
    if (typed.proof === "invoice" && orderNumber === null) {
      wrong("orderNumber", "join.error.orderNumber");
    }
    if (phone === null || !named.ok) return z.NEVER;
    return {
      name,
      phone,
      car: named.car && { ...named.car, model: cellLabel(typed.model, MODEL_AT_MOST) },
      birthday,
      consents: {
        terms: true,
        "service-messages": typed.serviceMessages === "on",
        "club-news": typed.clubNews === "on",
        photos: typed.photos === "on",
      },
      rulesVersion: typed.rulesVersion,
      proof: typed.proof ?? null,
      orderNumber,
    };
  });

/** Who wants to join, as far as the form says. */
export type Joiner = z.output<typeof JoinForm>;
