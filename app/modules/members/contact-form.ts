import { z } from "zod";
import { isBirthday } from "#app/modules/person/birthday.ts";
import { emailField, nameField } from "#app/modules/person/forms.ts";
import { readPhone } from "#app/modules/person/phone.ts";

const part = (most: number) =>
  z.coerce
    .number({ error: "desk.contact.error.birthday" })
    .int({ error: "desk.contact.error.birthday" })
    .min(1, { error: "desk.contact.error.birthday" })
    .max(most, { error: "desk.contact.error.birthday" })
    .optional();

/** How to reach a member, as the desk corrects it. Errors are keys of messages. */
export const ContactForm = z
  .object({
    name: nameField({ none: "desk.contact.error.name", tooLong: "desk.contact.error.name" }),
    phone: z
      .string()
      .optional()
      .transform((typed, context): string | null => {
        if (!typed?.trim()) return null;
        const phone = readPhone(typed);
        if (phone === null) {
          context.addIssue({ code: "custom", message: "desk.contact.error.phone" });
        }
        return phone;
      }),
    email: emailField("desk.contact.error.email").optional(),
    /** They showed who they are: asked where the e-mail changes. */
    seenId: z.literal("on").optional(),
    birthMonth: part(12),
    birthDay: part(31),
  })
  .superRefine(({ birthMonth, birthDay }, context) => {
    const both = birthMonth !== undefined && birthDay !== undefined;
    if (both ? isBirthday({ month: birthMonth, day: birthDay }) : birthMonth === birthDay) return;
    context.addIssue({
      code: "custom",
      path: ["birthDay"],
      message: "desk.contact.error.birthday",
    });
  });
