import { z } from "zod";
import { readEmail } from "#app/modules/person/email.ts";
import { NAME_AT_MOST, readName } from "#app/modules/person/name.ts";
import { PHONE_COUNTRIES } from "#app/modules/person/phone-countries.ts";
import { readTypedPhone } from "#app/modules/person/typed-phone.ts";
import { cellLabel } from "#app/platform/cell-text.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { NOTE_AT_MOST } from "./note-length.ts";

const TYPED_AT_MOST = 200;
const MODEL_AT_MOST = 80;

const text = z.string().max(TYPED_AT_MOST, { error: "referrers.error.tooLong" }).default("");
const requestKey = z.uuid();
const note = z
  .string()
  .overwrite(typedText)
  .max(NOTE_AT_MOST, { error: "referrers.error.noteLong" })
  .default("");

/**
 * A friend, as the referrer or the friend types it. Errors are keys of messages, put into words by the page; all that
 * is wrong is said at once.
 */
export const FriendForm = z
  .object({
    name: text,
    country: z.enum(PHONE_COUNTRIES).catch("+86"),
    phone: text,
    model: text,
    email: text,
    note,
    consent: z.literal("on").optional(),
    /** A field that people do not see, by a name that programs like to fill in. */
    website: z.string().max(TYPED_AT_MOST).catch("filled").default(""),
    /** When the page was drawn, as the server signed it. */
    shown: z.string().max(TYPED_AT_MOST).catch("").default(""),
    consentVersion: z.coerce.number().int().min(1).max(1_000_000).catch(1),
    requestKey,
  })
  .transform((typed, context) => {
    const wrong = (field: keyof typeof typed, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    const name = readName(typed.name) ?? "";
    if (name === "") wrong("name", "referrers.error.name");
    else if (Array.from(name).length > NAME_AT_MOST) wrong("name", "referrers.error.tooLong");
    const phone = readTypedPhone(typed.country, typed.phone);
    if (phone === null) wrong("phone", "referrers.error.phone");
    const model = cellLabel(typed.model, MODEL_AT_MOST) ?? "";
    if (model === "") wrong("model", "referrers.error.model");
    const email = typed.email.trim() === "" ? null : readEmail(typed.email);
    if (email === null && typed.email.trim() !== "") wrong("email", "referrers.error.email");
    if (typed.consent !== "on") wrong("consent", "referrers.error.consent");
    if (phone === null) return z.NEVER;
    const { website, shown, consentVersion, requestKey } = typed;
    const friend = { name, phone, model, email, note: typed.note };
    return { friend, website, shown, consentVersion, requestKey };
  });

/** What a form about a friend says, once nothing is wrong with it. */
export type FriendTyped = z.output<typeof FriendForm>;

export const AppealForm = z.object({
  note: z
    .string({ error: "referrers.error.appeal" })
    .overwrite(typedText)
    .min(1, { error: "referrers.error.appeal" })
    .max(1_000, { error: "referrers.error.appealLong" }),
  requestKey,
});

/** What a friend answers on their own page. */
export const FriendAnswerForm = z.object({ answer: z.enum(["confirm", "decline", "forget"]) });
