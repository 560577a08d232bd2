import { z } from "zod";
import { FREE_CONSENTS } from "#app/modules/consents/consent-kinds.ts";
import { isBirthday } from "#app/modules/person/birthday.ts";
import { nameField } from "#app/modules/person/forms.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { RELATIONS } from "./family-rules.ts";

/** What people type about themselves. Errors are keys of messages, put into words by the page. */
const name = nameField({ none: "account.error.name", tooLong: "account.error.nameLong" });

const phone = z
  .string()
  .max(100, { error: "account.error.phone" })
  .transform((typed) => readPhone(typed))
  .refine((read) => read !== null, { error: "account.error.phone" })
  .optional();

const part = (most: number) =>
  z.coerce.number({ error: "account.error.birthday" }).int().min(1).max(most).optional();

export const ProfileForm = z
  .object({ name, phone, birthMonth: part(12), birthDay: part(31) })
  .transform(({ birthMonth: month, birthDay: day, ...rest }, context) => {
    if (month === undefined && day === undefined) return { ...rest, birthday: null };
    const birthday = { month: month ?? 0, day: day ?? 0 };
    if (!isBirthday(birthday)) {
      context.addIssue({ code: "custom", path: ["birthDay"], message: "account.error.birthday" });
      return z.NEVER;
    }
    return { ...rest, birthday };
  });

export const LettersForm = z.object({ letters: z.enum(LOCALES) });

export const FamilyForm = z.object({
  name,
  birthDate: z
    .string({ error: "account.error.birthDate" })
    .trim()
    .refine((text) => parseDay(text) !== null, { error: "account.error.birthDate" }),
  relation: z.enum(RELATIONS, { error: "account.error.relation" }),
  guardian: z
    .literal("on")
    .optional()
    .transform((on) => on === "on"),
});

/** Whom to call for one's children; or nobody any more. */
export const ContactForm = z.discriminatedUnion("contact", [
  z.object({
    contact: z.literal("save"),
    contactName: name,
    contactPhone: z
      .string({ error: "account.error.phone" })
      .transform(typedText)
      .pipe(
        z
          .string()
          .min(3, { error: "account.error.phone" })
          .max(30, { error: "account.error.phone" }),
      ),
  }),
  z.object({ contact: z.literal("forget") }),
]);

export const RemoveForm = z.object({
  remove: RowId,
});

export const ConsentForm = z.object({
  kind: z.enum(FREE_CONSENTS),
  given: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
});

/** The club's rules agreed to, in the version that the page showed. */
export const AgreeForm = z.object({
  version: z.coerce.number().int().min(1),
  to: z.string().max(500).default("/"),
});

/** Nobody closes an account without having said so. */
export const ClosingForm = z.object({ sure: z.literal("on") });
