import { z } from "zod";
import { emailField } from "#app/modules/person/forms.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import { cellLabel } from "#app/platform/cell-text.ts";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { LOCALES } from "#app/platform/words/locale.ts";

const NAME_AT_MOST = 60;
const DAYS_AT_MOST = 200;

const name = z
  .string({ error: "club.error.name" })
  .max(200, { error: "club.error.name" })
  .transform((typed) => cellLabel(typed, NAME_AT_MOST) ?? "")
  .pipe(z.string().regex(/[\p{L}\p{N}]/u, { error: "club.error.name" }));

/** Days as people list them, one on each line or with commas between; each once, in order. */
const days = z
  .string()
  .max(10_000, { error: "club.error.days" })
  .default("")
  .transform((typed, context): Day[] => {
    const each = typed.split(/[\s,，、;；]+/).filter((text) => text !== "");
    const read = each.map(parseDay);
    if (read.includes(null) || read.length > DAYS_AT_MOST) {
      context.addIssue({ code: "custom", message: "club.error.days" });
      return z.NEVER;
    }
    return [...new Set(read as Day[])].sort();
  });

/** A time as a browser's field sends it, such as `09:00`, as minutes after midnight; `24:00` is the day's end. */
const minutes = z.string({ error: "club.error.time" }).transform((typed, context): number => {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(typed.normalize("NFKC").trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  const total = hour * 60 + minute;
  if (match && minute < 60 && total <= 24 * 60) return total;
  context.addIssue({ code: "custom", message: "club.error.time" });
  return z.NEVER;
});

const boxes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ticked) => [ticked ?? []].flat());

const weekdays = boxes.transform((ticked) =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => ticked.includes(String(day))),
);

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name);
}
function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** The club's settings as an admin types them. Errors are keys of messages. */
export const ClubForm = z
  .object({
    name,
    nameZh: name,
    languages: boxes
      .transform((ticked) => LOCALES.filter((locale) => ticked.includes(locale)))
      .refine((spoken) => spoken.length > 0, { error: "club.error.languages" }),
    currency: z.string({ error: "club.error.currency" }).refine(isCurrency, {
      error: "club.error.currency",
    }),
    timeZone: z.string({ error: "club.error.timeZone" }).refine(isTimeZone, {
      error: "club.error.timeZone",
    }),
    workingDays: weekdays.refine((ticked) => ticked.length > 0, {
      error: "club.error.workingDays",
    }),
    closedDays: days,
    openDays: days,
    opensAt: minutes,
    closesAt: minutes,
    contactEmail: emailField("club.error.contactEmail")
      .optional()
      .transform((typed) => typed ?? null),
    contactPhone: z
      .string()
      .max(60, { error: "club.error.contactPhone" })
      .optional()
      .transform((typed, context): string | null => {
        if (!typed?.trim()) return null;
        const phone = readPhone(typed);
        if (phone !== null) return phone;
        // A showroom's line has an area code or begins with 400, which nobody dials from a list.
        const line = cellLabel(typed, 30);
        if (line && /^[\d\s()+-]{5,30}$/.test(line)) return line;
        context.addIssue({ code: "custom", message: "club.error.contactPhone" });
        return z.NEVER;
      }),
    /** The settings as the page showed them: who has saved meanwhile is not run over. */
    seen: z.string().max(100).default(""),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ["closesAt"],
    error: "club.error.hours",
  });

export type ClubSettings = Omit<z.output<typeof ClubForm>, "seen">;

const storeName = z
  .string({ error: "club.error.store" })
  .max(200, { error: "club.error.store" })
  .transform((typed) => cellLabel(typed, NAME_AT_MOST) ?? "");

/** A new store, by the name that the workshop's files write. */
export const NewStoreForm = z.object({
  store: storeName.pipe(z.string().min(1, { error: "club.error.store" })),
  storeEn: storeName.optional().transform((typed) => typed || null),
});

export const StoreForm = z
  .object({
    id: RowId,
    storeEn: storeName.optional().transform((typed) => typed || null),
    open: z.literal("on").optional(),
    /** Where it keeps other days or hours than the club; nothing for the same. */
    workingDays: weekdays,
    opensAt: minutes.optional().transform((typed) => typed ?? null),
    closesAt: minutes.optional().transform((typed) => typed ?? null),
  })
  .refine(
    ({ opensAt, closesAt }) =>
      (opensAt ?? 0) < (closesAt ?? 1440) && (opensAt === null) === (closesAt === null),
    {
      path: ["closesAt"],
      error: "club.error.hours",
    },
  );
